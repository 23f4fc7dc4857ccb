package org.quanlian.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/exchange.md tells each refusal in the words of the node, and docs/limits.md the bounds of the exchange as they are. */
class ExchangeDocumentTest {
    private static final Path DOCS = Path.of("..", "..", "docs");
    private static final Pattern CONSTANT = Pattern.compile("`(org\\.quanlian\\.exchange\\.[\\w.]+)#(\\w+) = (\\S+)`");
    /** What is said of messages; other texts are of receipts, evidence, descriptors and connections. */
    private static final Pattern OF_MESSAGES = Pattern.compile(
            "(json|message|signature|recipient|sender|agreement|class|order|applier|answer|delivery)\\..*");

    @Test
    void shouldTellEachRefusalInTheWordsOfTheNode() throws IOException {
        String page = Files.readString(DOCS.resolve("exchange.md"));
        Properties chinese = texts("messages.properties");
        Properties english = texts("messages_en.properties");

        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(chinese.stringPropertyNames()).contains("order.gap", "answer.none");
        for (String code : chinese.stringPropertyNames()) {
            if (OF_MESSAGES.matcher(code).matches()) {
                assertThat(page)
                        .as(code)
                        .containsPattern("(?m)^\\| `" + Pattern.quote(code) + "` \\| [^|]+ \\| "
                                + Pattern.quote(chinese.getProperty(code)) + " \\| "
                                + Pattern.quote(english.getProperty(code)) + " \\|$");
            }
        }
    }

    @Test
    void shouldTellEachBoundAsItIs() throws IOException, ReflectiveOperationException {
        List<MatchResult> told = new ArrayList<>();
        Matcher matcher = CONSTANT.matcher(Files.readString(DOCS.resolve("limits.md")));
        while (matcher.find()) {
            told.add(matcher.toMatchResult());
        }

        assertThat(told).hasSizeGreaterThan(5);
        for (MatchResult each : told) {
            Field field = Class.forName(each.group(1)).getDeclaredField(each.group(2));
            field.setAccessible(true);
            assertThat(String.valueOf(field.get(null))).as(each.group()).isEqualTo(each.group(3));
        }
    }

    private static Properties texts(String name) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = Refusals.class.getResourceAsStream(name);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
