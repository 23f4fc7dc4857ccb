package org.quanlian.runtime.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.TypeConverter;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.TypeConverterRegistry;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

/**
 * The merged bundle against the jars that went into it: files of one name overwrite each other when jars are merged, so
 * what several jars list has to be put together by hand, in {@code src/main/resources}.
 */
class MergedServicesTest {
    private static final String SERVICES = "META-INF/services/";
    private static final Path MERGED = Path.of("target", "classes");

    @Test
    void shouldKeepEveryLine_whenSeveralJarsListServicesInAFileOfOneName() throws IOException {
        Map<String, Set<String>> listed = new TreeMap<>();
        for (JarFile jar : camelJars()) {
            try (jar) {
                serviceFiles(jar).filter(name -> !name.endsWith(".properties")).forEach(name -> listed.computeIfAbsent(
                                name, key -> new TreeSet<>())
                        .addAll(lines(read(jar, name))));
            }
        }

        assertThat(listed).containsKey(SERVICES + "org/apache/camel/TypeConverterLoader");
        listed.forEach((name, lines) -> assertThat(lines(merged(name))).as(name).containsAll(lines));
    }

    @Test
    void shouldKeepEveryName_whenSeveralJarsListNamesInPropertiesOfOneName() throws IOException {
        // In these only the list matters; which jar wrote them (groupId, projectName …) loses its meaning when merged.
        Set<String> lists = Set.of("components", "languages", "dataformats", "bean");
        Map<String, Set<String>> listed = new TreeMap<>();
        for (JarFile jar : camelJars()) {
            try (jar) {
                serviceFiles(jar)
                        .filter(name -> name.endsWith(".properties"))
                        .forEach(name -> properties(read(jar, name)).forEach((key, value) -> {
                            if (lists.contains(key)) {
                                listed.computeIfAbsent(name + "#" + key, file -> new TreeSet<>())
                                        .addAll(names(value));
                            }
                        }));
            }
        }

        assertThat(listed).hasSizeGreaterThanOrEqualTo(3);
        listed.forEach((list, names) -> {
            String[] fileAndKey = list.split("#", 2);
            String value = properties(merged(fileAndKey[0])).getOrDefault(fileAndKey[1], "");
            assertThat(names(value)).as(list).containsExactlyInAnyOrderElementsOf(names);
        });
    }

    @Test
    void shouldLoadTheConvertersOfEveryJar_whenNoOriginalJarIsThere() throws IOException, ReflectiveOperationException {
        URL logging =
                org.slf4j.Logger.class.getProtectionDomain().getCodeSource().getLocation();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader alone =
                new URLClassLoader(new URL[] {MERGED.toUri().toURL(), logging}, ClassLoader.getPlatformClassLoader())) {
            // Camel asks the thread's loader first; ours would answer with the classes of the original jars.
            thread.setContextClassLoader(alone);
            Class<?> contextType = alone.loadClass(CamelContext.class.getName());
            Class<?> exchangeType = alone.loadClass(Exchange.class.getName());
            Object context = alone.loadClass(DefaultCamelContext.class.getName())
                    .getConstructor()
                    .newInstance();
            contextType.getMethod("start").invoke(context);
            Object exchange = alone.loadClass(DefaultExchange.class.getName())
                    .getConstructor(contextType)
                    .newInstance(context);
            Object converter = contextType.getMethod("getTypeConverter").invoke(context);
            Method convert = alone.loadClass(TypeConverter.class.getName())
                    .getMethod("convertTo", Class.class, exchangeType, Object.class);
            Object registry = contextType.getMethod("getTypeConverterRegistry").invoke(context);
            Method lookup = alone.loadClass(TypeConverterRegistry.class.getName())
                    .getMethod("lookup", Class.class, Class.class);
            Class<?> streamCache = alone.loadClass(StreamCache.class.getName());
            Class<?> genericFile = alone.loadClass(GenericFile.class.getName());

            Object fromBase = convert.invoke(converter, InputStream.class, exchange, "券联");
            Object fromSupport =
                    convert.invoke(converter, streamCache, exchange, new ByteArrayInputStream(new byte[] {1}));
            Object fromFile = lookup.invoke(registry, InputStream.class, genericFile);
            contextType.getMethod("stop").invoke(context);

            assertThat(fromBase).as("a conversion of camel-base").isNotNull();
            assertThat(fromSupport).as("a conversion of camel-support").isNotNull();
            assertThat(fromFile).as("a conversion of camel-file").isNotNull();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static List<JarFile> camelJars() throws IOException {
        List<JarFile> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(System.getProperty("path.separator"), -1)) {
            Path path = Path.of(entry);
            if (Files.isRegularFile(path)
                    && path.getFileName().toString().startsWith("camel-")
                    && entry.contains("apache")) {
                jars.add(new JarFile(path.toFile()));
            }
        }
        assertThat(jars).as("the Camel jars on the class path").hasSizeGreaterThan(15);
        return jars;
    }

    private static Stream<String> serviceFiles(JarFile jar) {
        return jar.stream()
                .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(SERVICES))
                .map(ZipEntry::getName);
    }

    private static String read(JarFile jar, String name) {
        try (InputStream in = jar.getInputStream(jar.getJarEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String merged(String name) {
        try {
            return Files.readString(MERGED.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> lines(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> properties(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, properties::getProperty));
    }

    private static Set<String> names(String list) {
        return Stream.of(list.split("\\s+", -1)).filter(name -> !name.isEmpty()).collect(Collectors.toSet());
    }
}
