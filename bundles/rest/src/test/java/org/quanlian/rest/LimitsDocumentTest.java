package org.quanlian.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.quanlian.rest.internal.http.RequestLimits;

/** docs/limits.md says what the code and the distribution say. */
class LimitsDocumentTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Path ETC = ROOT.resolve(Path.of("assembly", "src", "main", "distribution", "etc"));
    private static final Pattern CONSTANT = Pattern.compile("`(org\\.[\\w.]+)#(\\w+) = (\\S+)`");
    private static final Pattern SETTING = Pattern.compile("`etc/([\\w.]+\\.cfg): ([\\w.]+) = (\\S+)`");

    /** Of modules that the rest of the node is not tested with; their own tests hold them. */
    private static final List<String> ELSEWHERE =
            List.of("org.quanlian.mail.internal.smtp.SmtpServer", "org.quanlian.exchange.");

    /** Acceptors, selectors and some that the container keeps in reserve. */
    private static final int THREADS_OF_THE_CONTAINER = 8;

    @Test
    void shouldTellEachConstantAsItIs() throws IOException, ReflectiveOperationException {
        List<MatchResult> told = found(CONSTANT);

        assertThat(told).hasSizeGreaterThan(30);
        for (MatchResult each : told) {
            if (ELSEWHERE.stream().noneMatch(each.group(1)::startsWith)) {
                Field field = Class.forName(each.group(1)).getDeclaredField(each.group(2));
                field.setAccessible(true);
                assertThat(String.valueOf(field.get(null))).as(each.group()).isEqualTo(each.group(3));
            }
        }
    }

    @Test
    void shouldTellEachSettingAsTheDistributionHasIt() throws IOException {
        List<MatchResult> told = found(SETTING);

        assertThat(told).hasSizeGreaterThan(20);
        for (MatchResult each : told) {
            assertThat(file(each.group(1)).getProperty(each.group(2)))
                    .as(each.group())
                    .isEqualTo(each.group(3));
        }
    }

    @Test
    void shouldTellEverySettingOfTheLimits_asTheCodeHasItWithoutTheFile()
            throws IOException, ReflectiveOperationException {
        Properties file = file("org.quanlian.limits.cfg");
        Set<String> told = new HashSet<>();
        found(SETTING).stream()
                .filter(each -> each.group(1).equals("org.quanlian.limits.cfg"))
                .forEach(each -> told.add(each.group(2)));
        Class<? extends Annotation> configuration = Class.forName("org.quanlian.rest.internal.osgi.LimitsConfiguration")
                .asSubclass(Annotation.class);

        assertThat(told).isEqualTo(file.stringPropertyNames());
        for (Method key : configuration.getDeclaredMethods()) {
            assertThat(file.getProperty(key.getName()))
                    .as(key.getName())
                    .isEqualTo(String.valueOf(key.getDefaultValue()));
        }
        assertThat(configuration.getDeclaredMethods()).hasSameSizeAs(told);
    }

    /** Else many requests could keep the question after the health from being answered. */
    @Test
    void shouldLeaveTheContainerMoreThreads_thanRequestsCanHold() throws IOException {
        int threads = Integer.parseInt(
                file("org.apache.felix.http.cfg").getProperty("org.apache.felix.http.jetty.threadpool.max"));

        assertThat(RequestLimits.DEFAULT.threads() + THREADS_OF_THE_CONTAINER).isLessThanOrEqualTo(threads);
    }

    private static List<MatchResult> found(Pattern pattern) throws IOException {
        List<MatchResult> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(Files.readString(ROOT.resolve(Path.of("docs", "limits.md"))));
        while (matcher.find()) {
            found.add(matcher.toMatchResult());
        }
        return found;
    }

    private static Properties file(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(ETC.resolve(name))) {
            properties.load(in);
        }
        return properties;
    }
}
