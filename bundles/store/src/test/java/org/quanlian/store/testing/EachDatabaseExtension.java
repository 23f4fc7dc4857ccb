package org.quanlian.store.testing;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.BeforeClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
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
    private static final class OpensDatabase
            implements BeforeClassTemplateInvocationCallback, AfterClassTemplateInvocationCallback, ParameterResolver {
        private final Dialect dialect;
        private final boolean migrated;

        /** Kept here and not in a store: a constructor's context is not below that of its run. */
        private TestDatabase database;

        OpensDatabase(Dialect dialect, boolean migrated) {
            this.dialect = dialect;
            this.migrated = migrated;
        }

        @Override
        public void beforeClassTemplateInvocation(ExtensionContext context) {
            // The server is one for all classes; it ends with the whole run, as what is put into a store is closed with
            // it.
            TestServers servers = context.getRoot()
                    .getStore(NAMESPACE)
                    .getOrComputeIfAbsent(TestServers.class, key -> new TestServers(), TestServers.class);
            database = TestDatabase.open(servers, dialect, migrated);
            AnnotationSupport.findAnnotatedMethods(
                            context.getRequiredTestClass(), EachDatabase.Setup.class, HierarchyTraversalMode.TOP_DOWN)
                    .forEach(setup -> ReflectionSupport.invokeMethod(setup, null, database));
        }

        @Override
        public void afterClassTemplateInvocation(ExtensionContext context) {
            if (database != null) {
                AnnotationSupport.findAnnotatedMethods(
                                context.getRequiredTestClass(),
                                EachDatabase.Teardown.class,
                                HierarchyTraversalMode.BOTTOM_UP)
                        .forEach(teardown -> ReflectionSupport.invokeMethod(teardown, null));
                database.close();
            }
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TestDatabase.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return database;
        }
    }
}
