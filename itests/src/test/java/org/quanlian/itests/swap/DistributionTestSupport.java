package org.quanlian.itests.swap;

import static org.ops4j.pax.exam.CoreOptions.options;
import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import javax.inject.Inject;
import org.junit.Before;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.ProbeBuilder;
import org.ops4j.pax.exam.TestProbeBuilder;
import org.osgi.framework.BundleContext;
import org.quanlian.itests.NodeClient;
import org.quanlian.itests.PackVariant;
import org.quanlian.itests.Until;

/** The real distribution in Pax Exam: how it is started, and what tests of it share. */
abstract class DistributionTestSupport {
    static final Duration SOON = Duration.ofSeconds(30);

    private static final String MVN = "etc/org.ops4j.pax.url.mvn.cfg";

    @Inject
    BundleContext context;

    NodeClient node;

    /** Ports of the node under test; each class has its own, so that a slow end of one can't hinder the next. */
    abstract int port();

    @Configuration
    public Option[] configuration() {
        String[] opened = {
            "java.base/java.lang",
            "java.base/java.lang.reflect",
            "java.base/java.net",
            "java.base/java.security",
            "java.base/java.text",
            "java.base/java.util",
            "java.naming/javax.naming.spi",
            "java.rmi/sun.rmi.transport.tcp"
        };
        Option[] opens = new Option[opened.length];
        for (int i = 0; i < opened.length; i++) {
            opens[i] = vmOption("--add-opens=" + opened[i] + "=ALL-UNNAMED");
        }
        return options(
                karafDistributionConfiguration()
                        .frameworkUrl(Path.of(System.getProperty("quanlian.distribution"))
                                .toUri()
                                .toString())
                        .name("Quanlian")
                        .karafVersion("4.4.10")
                        .useDeployFolder(false)
                        .unpackDirectory(Path.of(System.getProperty("quanlian.itests.target"), "exam")
                                .toFile()),
                keepRuntimeFolder(),
                configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
                // The node itself never asks a repository; the test container takes its own parts from the local one.
                editConfigurationFilePut(
                        MVN, "org.ops4j.pax.url.mvn.localRepository", System.getProperty("maven.repo.local")),
                vmOption("-Dquanlian.http.port=" + port()),
                vmOption("-Dquanlian.console.port=" + (port() + 1)),
                vmOption("-Dquanlian.pack=" + System.getProperty("quanlian.pack")),
                vmOption("-Dquanlian.long=" + System.getProperty("quanlian.long")),
                vmOption("-Dfile.encoding=UTF-8"),
                new org.ops4j.pax.exam.options.DefaultCompositeOption(opens));
    }

    @ProbeBuilder
    public TestProbeBuilder probe(TestProbeBuilder probe) {
        probe.setHeader("DynamicImport-Package", "*");
        return probe;
    }

    @Before
    public void waitForTheNode() throws Exception {
        node = new NodeClient(port());
        Until.holds("the node is ready", SOON, () -> isReady(node));
    }

    static boolean isReady(NodeClient node) {
        try {
            return node.get("/health/ready").statusCode() == 200;
        } catch (IllegalStateException notListening) {
            return false;
        }
    }

    PackVariant variant(String version) {
        return PackVariant.of(Path.of(System.getProperty("quanlian.pack")), version);
    }

    Path deployFolder() {
        return Path.of(context.getProperty("karaf.base"), "deploy");
    }

    Path scratch(String name) {
        return Path.of(context.getProperty("karaf.data"), "tmp", "variants", name);
    }

    static String claim(String name) {
        try (InputStream in = DistributionTestSupport.class.getResourceAsStream("/claims/" + name + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
