package org.quanlian.runtime.derby;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.apache.derby.shared.common.error.StandardException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the merged bundle has to do by itself, with no jar beside it. */
class MergedDerbyTest {
    @Test
    void shouldKeepRows_whenNoOriginalJarIsThere(@TempDir Path folder) throws Exception {
        URL merged = Path.of("target", "classes").toUri().toURL();
        try (URLClassLoader alone = new URLClassLoader(new URL[] {merged}, ClassLoader.getPlatformClassLoader())) {
            Class<?> type = alone.loadClass(EmbeddedDataSource.class.getName());
            DataSource source = (DataSource) type.getConstructor().newInstance();
            type.getMethod("setDatabaseName", String.class)
                    .invoke(source, folder.resolve("db").toString());
            type.getMethod("setCreateDatabase", String.class).invoke(source, "create");
            try (Connection connection = source.getConnection()) {
                connection.createStatement().execute("CREATE TABLE kept (name VARCHAR(10) NOT NULL)");
                connection.createStatement().execute("INSERT INTO kept VALUES ('券联')");
                try (ResultSet rows = connection.createStatement().executeQuery("SELECT name FROM kept")) {
                    assertThat(rows.next()).isTrue();
                    assertThat(rows.getString(1)).isEqualTo("券联");
                }
            }
            assertThat(type.getClassLoader()).isSameAs(alone);
        }
    }

    @Test
    void shouldLoseNoList_whenTheJarsAreMerged() throws Exception {
        List<String> services = new ArrayList<>();
        services.addAll(services(org.apache.derby.iapi.jdbc.AutoloadedDriver.class));
        services.addAll(services(StandardException.class));
        services.addAll(services(EmbeddedDataSource.class));

        assertThat(services).doesNotHaveDuplicates().contains("META-INF/services/java.sql.Driver");
    }

    /** The services of the jar, of which the merged bundle stands before it on the class path. */
    private static List<String> services(Class<?> inJar) throws IOException {
        String name = inJar.getName().replace('.', '/') + ".class";
        List<URL> jars = Collections.list(inJar.getClassLoader().getResources(name)).stream()
                .filter(url -> url.getProtocol().equals("jar"))
                .toList();
        assertThat(jars).hasSize(1);
        try (JarFile jar = ((JarURLConnection) jars.get(0).openConnection()).getJarFile()) {
            return jar.stream()
                    .map(ZipEntry::getName)
                    .filter(entry -> entry.startsWith("META-INF/services/") && !entry.endsWith("/"))
                    .toList();
        }
    }
}
