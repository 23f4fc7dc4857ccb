package org.quanlian.exchange.delivery;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.quanlian.exchange.inbound.Answer;
import org.quanlian.exchange.inbound.Arrived;
import org.quanlian.exchange.outbound.Courier;
import org.quanlian.exchange.partner.Partner;
import org.quanlian.exchange.signature.Certificates;
import org.quanlian.exchange.signature.MessageSigner;
import org.quanlian.exchange.signature.Profile;

/** Carries messages to a node by a network that misbehaves as a test says, one attempt after the other. */
final class FaultyCourier implements Courier {
    /** What happens to an attempt. */
    enum Fault {
        NONE,
        REQUEST_LOST,
        RECEIPT_LOST,
        /** It arrives twice, and the second answer comes back. */
        DUPLICATED,
        /** It arrives after the next one. */
        DELAYED,
        MESSAGE_CORRUPTED,
        SIGNATURE_CORRUPTED,
        RECEIPT_CORRUPTED,
        /** The answer to another message comes back. */
        RECEIPT_OF_ANOTHER,
        /** The right receipt comes back, signed by somebody else in the partner's name. */
        RECEIPT_BY_A_STRANGER
    }

    private final TestNode from;
    private final TestNode to;
    private final Deque<Fault> faults;
    private final List<Arrived> late = new ArrayList<>();
    private final AtomicReference<Optional<Answer>> another = new AtomicReference<>(Optional.empty());

    FaultyCourier(TestNode from, TestNode to, Collection<Fault> faults) {
        this.from = from;
        this.to = to;
        this.faults = new ArrayDeque<>(faults);
    }

    @Override
    public Answer deliver(Partner partner, Arrived message) throws IOException {
        Fault fault = next();
        Answer answer = deliver(fault, message);
        for (Arrived each : late(fault, message)) {
            arrive(each);
        }
        return answer;
    }

    /** What was delayed arrives at last, and nobody waits for its answers. */
    void deliverLate() throws IOException {
        for (Arrived each : late(Fault.NONE, new Arrived(new byte[0], new byte[0]))) {
            arrive(each);
        }
    }

    /** The connection ends when the node behind it does. */
    private Answer arrive(Arrived message) throws IOException {
        try {
            return to.receive(from, message);
        } catch (MortalStore.DeadNodeException e) {
            throw new IOException("connection reset", e);
        }
    }

    private Answer deliver(Fault fault, Arrived message) throws IOException {
        return switch (fault) {
            case NONE -> keep(arrive(message));
            case REQUEST_LOST -> throw new IOException("connection reset");
            case DELAYED -> {
                late(fault, message);
                throw new IOException("timed out");
            }
            case RECEIPT_LOST -> {
                arrive(message);
                throw new IOException("connection reset");
            }
            case DUPLICATED -> {
                arrive(message);
                yield keep(arrive(message));
            }
            case MESSAGE_CORRUPTED -> arrive(new Arrived(corrupted(message.message()), message.signature()));
            case SIGNATURE_CORRUPTED -> arrive(new Arrived(message.message(), corrupted(message.signature())));
            case RECEIPT_CORRUPTED -> {
                Answer answer = arrive(message);
                yield new Answer(corrupted(answer.receipt()), answer.signature());
            }
            case RECEIPT_OF_ANOTHER -> {
                Answer right = arrive(message);
                yield another.getAndSet(Optional.of(right)).orElseThrow(() -> new IOException("nothing to mix up"));
            }
            case RECEIPT_BY_A_STRANGER -> {
                Answer right = arrive(message);
                yield new Answer(right.receipt(), stranger().sign(right.receipt()));
            }
        };
    }

    private MessageSigner stranger() {
        return new MessageSigner(
                Certificates.selfSigned(
                        Profile.INTL,
                        to.name,
                        TestNode.START.minus(Duration.ofDays(1)),
                        TestNode.START.plus(Duration.ofDays(3_000)),
                        new SecureRandom()),
                to.clock);
    }

    private Answer keep(Answer answer) {
        another.set(Optional.of(answer));
        return answer;
    }

    private synchronized Fault next() {
        return faults.isEmpty() ? Fault.NONE : faults.removeFirst();
    }

    /** What arrives behind this one. */
    private synchronized List<Arrived> late(Fault fault, Arrived message) {
        if (fault == Fault.DELAYED) {
            late.add(message);
            return List.of();
        }
        List<Arrived> now = List.copyOf(late);
        late.clear();
        return now;
    }

    /** One letter or byte in the middle is another. */
    private static byte[] corrupted(byte[] bytes) {
        byte[] changed = bytes.clone();
        changed[changed.length / 2] ^= 1;
        return changed;
    }
}
