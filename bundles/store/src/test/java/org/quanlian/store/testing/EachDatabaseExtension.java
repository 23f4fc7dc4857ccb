package org.quanlian.store.testing;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.quanlian.store.internal.jdbc.Dialect;

/** Runs a class once on each database. */
final class EachDatabaseExtension implements ClassTemplateInvocationContextProvider {
    private static final Namespace NAMESPACE = Namespace.create(EachDatabaseExtension.class);

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext context) {
        boolean migrated =
                context.getRequiredTestClass().getAnnotation(EachDatabase.class).migrated();
        return Stream.of(Dialect.values()).map(dialect -> new OnDatabase(dialect, migrated));
    }

    /** One run of the class. */
    private record OnDatabase(Dialect dialect, boolean migrated) implements ClassTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocationIndex) {
            return dialect.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new OpensDatabase(dialect, migrated));
        }
    }

    /** Opens the database before a run, hands it to constructors and tests, and closes it after the run. */
    private record OpensDatabase(Dialect dialect, boolean migrated)
            implements BeforeClassTemplateInvocationCallback, ParameterResolver {
        @Override
        public void beforeClassTemplateInvocation(ExtensionContext context) {
            // The server is one for all classes; it ends with the whole run.
            TestServers servers = context.getRoot()
                    .getStore(NAMESPACE)
                    .getOrComputeIfAbsent(TestServers.class, key -> new TestServers(), TestServers.class);
            // What is put into a store is closed with it.
            context.getStore(NAMESPACE).put(TestDatabase.class, TestDatabase.open(servers, dialect, migrated));
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TestDatabase.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getStore(NAMESPACE).get(TestDatabase.class, TestDatabase.class);
        }
    }
}
