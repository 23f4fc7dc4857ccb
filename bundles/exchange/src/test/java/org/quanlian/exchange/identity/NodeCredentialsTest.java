package org.quanlian.exchange.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.exchange.signature.Certificates;
import org.quanlian.exchange.signature.SignatureVerifier;
import org.quanlian.exchange.testing.MovableClock;
import org.quanlian.exchange.testing.TestNode;
import org.quanlian.keys.Profile;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.exchange.PartnerCertificate.Use;

/** Which keys of a node work, and which are shown. */
class NodeCredentialsTest {
    private static final byte[] BYTES = "what is signed".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T01:02:03Z"));
    private final AtomicReference<Profile> profile = new AtomicReference<>(Profile.INTL);
    private final Clock clock = new MovableClock(now);
    private NodeCredentials node;

    @BeforeEach
    void makeNode() {
        node = new TestNode("140000", folder, profile, clock, Set.of(DataClass.values())).credentials();
    }

    @ParameterizedTest
    @EnumSource
    void shouldMakeCertificatesOfThisNode_forTheirUseAlone(Use use) {
        Credential made = node.working(use);

        assertThat(Certificates.nodeOf(made.certificate())).contains(node.node());
        assertThat(Certificates.useOf(made.certificate())).contains(use);
        assertThat(made.until()).isEqualTo(now.get().plus(TestNode.VALIDITY));
        assertThat(made.madeAt()).isEqualTo(now.get());
        assertThat(node.working(use)).isEqualTo(made);
        assertThat(made.toString()).doesNotContain("privateKey").contains(made.fingerprint());
    }

    @ParameterizedTest
    @EnumSource
    void shouldSignByTheProfile_andConnectByOneAlgorithm(Profile each) {
        profile.set(each);

        byte[] signature = node.signer().sign(BYTES);

        assertThat(SignatureVerifier.verify(
                                BYTES,
                                signature,
                                List.of(node.working(Use.SIGNATURE).certificate()),
                                now.get())
                        .profile()
                        .name())
                .isEqualTo(each.name());
        assertThat(Certificates.profileOf(node.working(Use.TRANSPORT).certificate()))
                .contains(org.quanlian.exchange.signature.Profile.INTL);
    }

    @ParameterizedTest
    @EnumSource
    void shouldGoOnWithTheOldKey_untilPartnersCanKnowTheNewOne(Use use) {
        Credential old = node.working(use);
        pass(Duration.ofDays(100));

        Credential made = node.rotate(use);

        assertThat(node.working(use)).isEqualTo(old);
        assertThat(node.shown(use)).containsExactly(old, made);
        pass(TestNode.OVERLAP.minusSeconds(1));
        assertThat(node.working(use)).isEqualTo(old);
        pass(Duration.ofSeconds(1));
        assertThat(node.working(use)).isEqualTo(made);
        assertThat(node.shown(use)).containsExactly(made);
    }

    @Test
    void shouldRotateOneAtATime_andTakeAwayWhatWorkedBefore() {
        node.working(Use.SIGNATURE);
        Credential second = node.rotate(Use.SIGNATURE);

        assertThatThrownBy(() -> node.rotate(Use.SIGNATURE))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.code()).isEqualTo("own.rotating"));
        pass(TestNode.OVERLAP);
        Credential third = node.rotate(Use.SIGNATURE);

        assertThat(node.shown(Use.SIGNATURE)).containsExactly(second, third);
        node.retire(second.fingerprint());
        node.retire(third.fingerprint());
        // Had the first still been there, it would work now.
        assertThat(node.working(Use.SIGNATURE).madeAt()).isEqualTo(now.get());
    }

    @Test
    void shouldWorkWithTheNextKeyAtOnce_whenOneIsRetired() {
        Credential old = node.working(Use.TRANSPORT);
        Credential made = node.rotate(Use.TRANSPORT);

        assertThat(node.retire(old.fingerprint())).contains(old);

        assertThat(node.shown(Use.TRANSPORT)).containsExactly(made);
        assertThat(node.retire(old.fingerprint())).isEmpty();
    }

    @Test
    void shouldSaySo_whenNoCertificateIsGoodAnyMore_andMakeOneWhenTold() {
        node.working(Use.SIGNATURE);
        pass(TestNode.VALIDITY.plusSeconds(1));

        assertThatThrownBy(node::signer).isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.code())
                .isEqualTo("own.ended"));
        Credential made = node.rotate(Use.SIGNATURE);
        assertThat(node.working(Use.SIGNATURE)).isEqualTo(made);
    }

    private void pass(Duration time) {
        now.set(now.get().plus(time));
    }
}
