package org.quanlian.exchange.internal.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.quanlian.exchange.inbound.Admission;
import org.quanlian.exchange.inbound.Applier;
import org.quanlian.exchange.inbound.Reception;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.outbound.Backoff;
import org.quanlian.exchange.outbound.Breaker;
import org.quanlian.exchange.outbound.Courier;
import org.quanlian.exchange.outbound.Dispatch;
import org.quanlian.exchange.outbound.DispatchRounds;
import org.quanlian.exchange.outbound.Telling;
import org.quanlian.exchange.signature.MessageSigner;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Store;

/** All that delivers messages on a node, put together (互通收发). */
public final class Delivery implements AutoCloseable {
    private final List<Applier> appliers = new CopyOnWriteArrayList<>();
    private final Telling telling;
    private final Reception reception;
    private final DispatchRounds rounds;

    /**
     * @param self the name of this node
     * @param store where messages are kept
     * @param clock tells the node's time
     * @param ids makes names
     * @param courier carries messages
     * @param signer with what the node signs now
     * @param settings how messages are sent and taken
     * @param random spreads waits
     */
    public Delivery(
            NodeName self,
            Store store,
            Clock clock,
            Ids ids,
            Courier courier,
            Supplier<MessageSigner> signer,
            DeliverySettings settings,
            RandomGenerator random) {
        telling = new Telling(self, clock, ids, settings.expiries());
        reception = new Reception(
                self, store, clock, ids, new Admission(self, clock, settings.skew()), signer, this::applier);
        Breaker breaker =
                new Breaker(settings.breakAfter(), new Backoff(settings.restAfter(), settings.restAtMost(), random));
        Backoff retry = new Backoff(settings.retryAfter(), settings.retryAtMost(), random);
        rounds = new DispatchRounds(
                store, new Dispatch(self, store, clock, courier, signer, settings.dispatch(), retry, breaker));
    }

    /** Owes partners messages. */
    public Telling telling() {
        return telling;
    }

    /** Takes what partners send. */
    public Reception reception() {
        return reception;
    }

    /** Sends what is owed. */
    public DispatchRounds rounds() {
        return rounds;
    }

    /** From now on messages of its class are done by it; of two for one class the first does. */
    public void add(Applier applier) {
        appliers.add(applier);
    }

    /** From now on they are refused for now, until somebody else does them. */
    public void remove(Applier applier) {
        appliers.remove(applier);
    }

    /** Ends the rounds that are under way. */
    @Override
    public void close() {
        rounds.close();
    }

    private Optional<Applier> applier(DataClass dataClass) {
        return appliers.stream().filter(each -> each.dataClass() == dataClass).findFirst();
    }
}
