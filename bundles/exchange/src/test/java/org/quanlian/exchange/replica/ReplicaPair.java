package org.quanlian.exchange.replica;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.exchange.message.Message;
import org.quanlian.exchange.message.MessageFormat;
import org.quanlian.exchange.message.MessageType;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.replica.PartnerReplicas.ItemListener;
import org.quanlian.model.Area;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.exchange.ChangeNotes;
import org.quanlian.vouchers.exchange.ReplicaItem;
import org.quanlian.vouchers.exchange.ReplicaName;
import org.quanlian.vouchers.exchange.SyncState;

/** An owner of items and a partner that is told them, each with a database; messages go from one to the other in order. */
final class ReplicaPair implements AutoCloseable {
    static final NodeName HAINAN = new NodeName(new Area("460000"));
    static final NodeName SHANXI = new NodeName(new Area("140000"));
    static final ReplicaName TOLD = new ReplicaName(HAINAN.province(), SHANXI.province(), "institutions");
    static final Duration A_DAY = Duration.ofDays(1);

    /** What the owner's things are, by their names. */
    final Map<String, Map<String, String>> things = new HashMap<>();

    final List<Message> carried = new ArrayList<>();
    final List<String> heard = new ArrayList<>();
    private final TestDatabase ownersDatabase = TestDatabase.derby();
    private final TestDatabase partnersDatabase = TestDatabase.derby();
    private final Deque<Message> underWay = new ArrayDeque<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private Instant now = Instant.parse("2025-07-01T00:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("nobody asks for " + zone);
        }
    };
    private final Ids ids = new Ids(Clock.systemUTC(), new SecureRandom());
    final Store owner = ownersDatabase.store(clock);
    final Store partner = partnersDatabase.store(clock);

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** A thing of the owner becomes what it is said to be: items by their keys, with a text each. */
    void set(String subject, Map<String, String> items) {
        things.put(subject, items);
        owner.write(session -> {
            session.exchange().notes().note(ChangeNotes.Kind.PROVIDER, new Id<>(subject));
            return true;
        });
    }

    void increments() {
        new Increments(HAINAN, owner, clock, List.of(source()), List.of(), announcer(HAINAN)).round();
    }

    void ownRound() {
        own().round();
    }

    private OwnReplicas own() {
        return new OwnReplicas(HAINAN, owner, clock, A_DAY, List.of(source()), announcer(HAINAN));
    }

    /** Carries what is under way, and what that brings about, at most so many messages; tells how many it was. */
    int carry(int most) {
        int count = 0;
        while (count < most && !underWay.isEmpty()) {
            Message message = MessageFormat.read(MessageFormat.write(underWay.remove()));
            carried.add(message);
            count++;
            if (message.recipient().equals(SHANXI)) {
                OwnReplicas nothing = new OwnReplicas(SHANXI, partner, clock, A_DAY, List.of(), announcer(SHANXI));
                PartnerReplicas replicas = new PartnerReplicas(
                        SHANXI, announcer(SHANXI), nothing, Map.of(DataClass.INSTITUTIONS, listener()));
                partner.write(session -> {
                    replicas.apply(session, message);
                    return true;
                });
            } else {
                PartnerReplicas replicas = new PartnerReplicas(HAINAN, announcer(HAINAN), own(), Map.of());
                owner.write(session -> {
                    replicas.apply(session, message);
                    return true;
                });
            }
        }
        return count;
    }

    /** How many messages are under way. */
    int waiting() {
        return underWay.size();
    }

    /** What the partner knows: texts by keys. */
    Map<String, String> known() {
        return partner.read(session -> {
            Map<String, String> known = new TreeMap<>();
            Optional<String> after = Optional.empty();
            do {
                Page<ReplicaItem> page =
                        session.exchange().replicas().list(TOLD, Optional.empty(), new Page.Request(after, Page.MAX));
                page.items()
                        .forEach(item -> known.put(
                                item.key(),
                                ReplicaItems.content(item).path("text").asText()));
                after = page.next();
            } while (after.isPresent());
            return known;
        });
    }

    /** What the owner has: texts by keys. */
    Map<String, String> real() {
        Map<String, String> real = new TreeMap<>();
        things.values().forEach(real::putAll);
        return real;
    }

    SyncState partnersState() {
        return partner.read(session -> session.exchange().replicas().state(TOLD))
                .orElseThrow();
    }

    private ItemListener listener() {
        return new ItemListener() {
            @Override
            public void kept(Session session, NodeName by, ReplicaItem item) {
                heard.add("+" + item.key());
            }

            @Override
            public void gone(Session session, NodeName by, ReplicaItem.Name name) {
                heard.add("-" + name.key());
            }
        };
    }

    private ItemSource source() {
        return new ItemSource() {
            @Override
            public DataClass dataClass() {
                return DataClass.INSTITUTIONS;
            }

            @Override
            public ChangeNotes.Kind notes() {
                return ChangeNotes.Kind.PROVIDER;
            }

            @Override
            public boolean perPartner() {
                return false;
            }

            @Override
            public List<ReplicaItem> items(Session session, Id<?> subject, Optional<NodeName> to, Instant at) {
                return things.getOrDefault(subject.value(), Map.of()).entrySet().stream()
                        .map(item -> ReplicaItems.of(
                                "provider",
                                item.getKey(),
                                JsonNodeFactory.instance.objectNode().put("text", item.getValue()),
                                subject.value(),
                                at))
                        .toList();
            }
        };
    }

    private Announcer announcer(NodeName self) {
        return new Announcer() {
            @Override
            public List<NodeName> audience(Session session, DataClass dataClass) {
                return List.of(self.equals(HAINAN) ? SHANXI : HAINAN);
            }

            @Override
            public void tell(Session session, NodeName to, MessageType type, String subject, ObjectNode data) {
                Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
                long sequence = sequences.merge(self + subject, 1L, Long::sum);
                underWay.add(new Message(
                        ids.next(), self, to, type, subject, sequence, at, at.plus(A_DAY), Optional.empty(), data));
            }

            @Override
            public long waiting(Session session, NodeName to, String subject) {
                return underWay.stream()
                        .filter(message -> message.recipient().equals(to)
                                && message.subject().equals(subject))
                        .count();
            }
        };
    }

    @Override
    public void close() {
        ownersDatabase.close();
        partnersDatabase.close();
    }
}
