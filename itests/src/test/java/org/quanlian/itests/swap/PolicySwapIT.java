package org.quanlian.itests.swap;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.quanlian.itests.Until;
import org.quanlian.model.Area;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.policy.api.PolicyPack;
import org.quanlian.policy.api.Version;
import org.quanlian.policy.engine.AssessmentService;
import org.quanlian.policy.engine.PackInstaller;
import org.quanlian.policy.engine.PackRefusedException;
import org.quanlian.policy.engine.PolicyNotFoundException;
import org.quanlian.policy.engine.PolicyRegistry;
import org.quanlian.wire.ClaimReader;

/** Packs and agreements come and go in the running distribution. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class PolicySwapIT extends DistributionTestSupport {
    private static final Area SHANXI = new Area("140000");
    private static final PolicyKey SHIPPED = key("1.0.0");

    @Inject
    private PolicyRegistry registry;

    @Inject
    private PackInstaller installer;

    @Inject
    private AssessmentService assessments;

    @Override
    int port() {
        return 18181;
    }

    @After
    public void leaveTheShippedPackAlone() {
        registry.versions().stream()
                .map(version -> version.descriptor().key())
                .filter(key -> key.province().equals(SHANXI) && !key.equals(SHIPPED))
                .forEach(installer::remove);
        assertEquals("1.0.0", decidingVersion(node.assess(claim("plain"))));
    }

    @Test
    public void shouldDecideByThePackOfTheDistribution() {
        HttpResponse<String> answer = node.assess(claim("plain"));

        assertEquals(answer.body(), 200, answer.statusCode());
        assertEquals("60000.00", member(answer.body(), "grant"));
        assertEquals("1.0.0", decidingVersion(answer));
    }

    @Test
    public void shouldDecideByTheNewVersion_andByTheOldOneOnRequest() {
        installer.install(variant("1.1.0")
                .replacing(
                        "value: \"0.50\", clause: 三, verification: stated}\n  support.cap",
                        "value: \"0.40\", clause: 三, verification: stated}\n  support.cap")
                .writeTo(scratch("next.jar")));

        HttpResponse<String> current = node.assess(claim("plain"));
        HttpResponse<String> pinned = node.assess("140000/2025/assessments?version=1.0.0", claim("plain"));

        assertEquals("1.1.0", decidingVersion(current));
        assertEquals("48000.00", member(current.body(), "grant"));
        assertEquals("1.0.0", decidingVersion(pinned));
        assertEquals("60000.00", member(pinned.body(), "grant"));
    }

    @Test
    public void shouldGoBackToTheOldVersion_whenTheNewOneIsRemoved() {
        installer.install(variant("1.1.0").writeTo(scratch("next.jar")));

        installer.remove(key("1.1.0"));

        assertEquals("1.0.0", decidingVersion(node.assess(claim("plain"))));
        assertEquals(
                404,
                node.assess("140000/2025/assessments?version=1.1.0", claim("plain"))
                        .statusCode());
        assertThrows(PolicyNotFoundException.class, () -> installer.remove(key("1.1.0")));
    }

    @Test
    public void shouldTakeUpAPackThatIsDroppedIntoTheDeployFolder() throws Exception {
        Path dropped = variant("1.2.0").writeTo(deployFolder().resolve("dropped.jar"));
        Until.holds("the dropped pack decides", SOON, () -> decidingVersion(node.assess(claim("plain")))
                .equals("1.2.0"));

        Files.delete(dropped);
        Until.holds("the old pack decides again", SOON, () -> decidingVersion(node.assess(claim("plain")))
                .equals("1.0.0"));
    }

    @Test
    public void shouldFollowAnUpdateOfTheSameFile() throws Exception {
        Path file = variant("1.3.0").writeTo(deployFolder().resolve("updated.jar"));
        Until.holds("the first content decides", SOON, () -> decidingVersion(node.assess(claim("plain")))
                .equals("1.3.0"));

        variant("1.3.1").writeTo(file);
        Until.holds("the second content decides", SOON, () -> decidingVersion(node.assess(claim("plain")))
                .equals("1.3.1"));

        assertFalse("the first content is gone", isThere(key("1.3.0")));
        Files.delete(file);
        Until.holds("the file's pack is gone", SOON, () -> !isThere(key("1.3.1")));
    }

    @Test
    public void shouldRefuseABrokenPack_namingTheKey_andGoOn() {
        Path broken =
                variant("1.4.0").replacing("  support.cap:", "  support.limit:").writeTo(scratch("broken.jar"));

        PackRefusedException refusal = assertThrows(PackRefusedException.class, () -> installer.install(broken));

        assertTrue(refusal.getMessage(), refusal.getMessage().contains("support.cap: missing"));
        assertTrue(refusal.getMessage(), refusal.getMessage().contains("support.limit: unknown"));
        assertFalse(isThere(key("1.4.0")));
        assertEquals("1.0.0", decidingVersion(node.assess(claim("plain"))));
        assertEquals(200, node.get("/health/ready").statusCode());
    }

    @Test
    public void shouldNotStartABrokenPackFromTheDeployFolder_andGoOn() throws Exception {
        Path broken = variant("1.5.0")
                .replacing("value: \"500000.00\"", "value: 500000")
                .writeTo(deployFolder().resolve("broken.jar"));

        Until.holds("the pack is listed as refused", SOON, () -> registry.refused().stream()
                .anyMatch(pack -> pack.origin().contains("1.5.0")));
        assertEquals("1.0.0", decidingVersion(node.assess(claim("plain"))));
        assertEquals(200, node.get("/health/ready").statusCode());

        Files.delete(broken);
        Until.holds("nothing is refused", SOON, () -> registry.refused().isEmpty());
    }

    @Test
    public void shouldRefuseTheSameVersionWithOtherContent() {
        Path changed = variant("1.0.0")
                .replacing("value: \"500000.00\"", "value: \"600000.00\"")
                .writeTo(scratch("changed.jar"));

        PackRefusedException refusal = assertThrows(PackRefusedException.class, () -> installer.install(changed));

        assertTrue(refusal.getMessage(), refusal.getMessage().contains("140000/2025/1.0.0"));
        assertEquals("500000.00", member(node.assess(claim("plain")).body(), "cap"));
    }

    @Test
    public void shouldLetAnAssessmentFinish_whenItsPackIsRemovedMeanwhile() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayFinish = new CountDownLatch(1);
        PolicyPack slow = new SlowPack(shippedPack(), begun, mayFinish);
        ServiceRegistration<PolicyPack> registration =
                FrameworkUtil.getBundle(getClass()).getBundleContext().registerService(PolicyPack.class, slow, null);
        assertTrue(registry.await(slow.descriptor().key(), true, SOON));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Decision> inFlight = threads.submit(() -> assessments.assess(
                    SlowPack.PROVINCE,
                    SlowPack.YEAR,
                    new ClaimReader().read(claim("plain").getBytes(StandardCharsets.UTF_8))));
            assertTrue(begun.await(SOON.toSeconds(), TimeUnit.SECONDS));

            Future<?> removal = threads.submit(registration::unregister);
            assertTrue("hidden at once", registry.await(slow.descriptor().key(), false, SOON));
            assertFalse("removal waits for the assessment", removal.isDone());

            mayFinish.countDown();
            Decision decision = inFlight.get(SOON.toSeconds(), TimeUnit.SECONDS);
            removal.get(SOON.toSeconds(), TimeUnit.SECONDS);
            assertEquals("60000.00", decision.amounts().grant().toString());
        } finally {
            mayFinish.countDown();
            threads.shutdownNow();
        }
    }

    @Test
    public void shouldRejectServicesFromHainan_whenTheAgreementIsTakenAway() throws Exception {
        Bundle agreement = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals("org.quanlian.agreements.hainan-shanxi"))
                .findFirst()
                .orElseThrow();
        assertEquals("ELIGIBLE", member(node.assess(claim("hainan")).body(), "outcome"));
        assertTrue(node.assess(claim("hainan")).body().contains("\"id\":\"hainan-shanxi\""));

        agreement.stop();
        try {
            String body = node.assess(claim("hainan")).body();
            assertEquals("INELIGIBLE", member(body, "outcome"));
            assertTrue(body, body.contains("\"rule\":\"provider.area\",\"clause\":\"二（三）1\",\"outcome\":\"FAILED\""));
        } finally {
            agreement.start();
        }
        assertEquals("ELIGIBLE", member(node.assess(claim("hainan")).body(), "outcome"));
    }

    @Test
    public void shouldNotBeReady_whenNoPolicyIsLeft() {
        installer.remove(SHIPPED);
        try {
            assertEquals(503, node.get("/health/ready").statusCode());
            assertEquals(200, node.get("/health/live").statusCode());
            assertEquals(404, node.assess(claim("plain")).statusCode());
        } finally {
            installer.install(Path.of(System.getProperty("quanlian.pack")));
        }
        assertEquals(200, node.get("/health/ready").statusCode());
    }

    private boolean isThere(PolicyKey key) {
        return registry.versions().stream()
                .anyMatch(version -> version.descriptor().key().equals(key));
    }

    private PolicyPack shippedPack() {
        return context.getService(context.getServiceReference(PolicyPack.class));
    }

    static String decidingVersion(HttpResponse<String> answer) {
        return member(answer.body(), "version");
    }

    /** The first member of that name whose value is a text. */
    static String member(String json, String name) {
        String start = "\"" + name + "\":\"";
        int from = json.indexOf(start);
        if (from < 0) {
            throw new AssertionError("no member " + name + " in " + json);
        }
        return json.substring(from + start.length(), json.indexOf('"', from + start.length()));
    }

    private static PolicyKey key(String version) {
        return new PolicyKey(SHANXI, 2025, Version.parse(version));
    }
}
