package org.quanlian.exchange.internal.data;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.quanlian.exchange.credit.CreditListener;
import org.quanlian.exchange.credit.CreditSource;
import org.quanlian.exchange.duplicates.DuplicateSource;
import org.quanlian.exchange.duplicates.Matches;
import org.quanlian.exchange.duplicates.SharedSecrets;
import org.quanlian.exchange.inbound.Applier;
import org.quanlian.exchange.institutions.CodeMapping;
import org.quanlian.exchange.institutions.InstitutionListener;
import org.quanlian.exchange.institutions.InstitutionSource;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.exchange.message.Message;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.replica.Announcer;
import org.quanlian.exchange.replica.Increments;
import org.quanlian.exchange.replica.ItemSource;
import org.quanlian.exchange.replica.OwnReplicas;
import org.quanlian.exchange.replica.PartnerReplicas;
import org.quanlian.exchange.settlement.SettlementExchange;
import org.quanlian.exchange.terms.TermsExchange;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.Store;

/** All classes of data of a node, put together: what is told of each, and what is done with what comes. */
public final class DataClasses {
    private final Increments increments;
    private final OwnReplicas own;
    private final TermsExchange terms;
    private final List<Applier> appliers;

    /**
     * @param self this node
     * @param store where everything is kept
     * @param clock tells the time
     * @param ids makes names
     * @param announcer tells partners
     * @param secrets what is shared with each partner
     * @param between how long after a comparison the next one follows
     */
    public DataClasses(
            NodeName self,
            Store store,
            Clock clock,
            Ids ids,
            Announcer announcer,
            SharedSecrets secrets,
            Duration between) {
        Matches matches = new Matches(self, clock, ids, secrets);
        List<ItemSource> sources =
                List.of(new InstitutionSource(), new CreditSource(), new DuplicateSource(secrets, matches));
        SettlementExchange settlements = new SettlementExchange(announcer);
        increments = new Increments(self, store, clock, sources, List.of(settlements), announcer);
        own = new OwnReplicas(self, store, clock, between, sources, announcer);
        terms = new TermsExchange(self, store, announcer);
        PartnerReplicas replicas = new PartnerReplicas(
                self,
                announcer,
                own,
                Map.of(
                        DataClass.INSTITUTIONS, new InstitutionListener(partner -> CodeMapping.SAME),
                        DataClass.CREDIT, new CreditListener(),
                        DataClass.DUPLICATES, matches));
        appliers = List.of(
                applier(DataClass.INSTITUTIONS, replicas::apply),
                applier(DataClass.CREDIT, replicas::apply),
                applier(DataClass.DUPLICATES, replicas::apply),
                applier(DataClass.SETTLEMENT, settlements::apply));
    }

    /** What is done with messages of each class but that of agreements, which is done where partners are kept. */
    public List<Applier> appliers() {
        return appliers;
    }

    /** Tells what changed, and what else is due; at most one round at a time. */
    public void round() {
        terms.round();
        increments.round();
        own.round();
    }

    private static Applier applier(DataClass dataClass, Doing doing) {
        return new Applier() {
            @Override
            public DataClass dataClass() {
                return dataClass;
            }

            @Override
            public void apply(Session session, Message message) {
                doing.apply(session, message);
            }
        };
    }

    /** Does what a message says. */
    private interface Doing {
        void apply(Session session, Message message);
    }
}
