package org.quanlian.store.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that runs twice, on Derby and on PostgreSQL, each time on a database of its own that has the node's schema and
 * no rows. The class, or a test, takes a {@link TestDatabase} as a parameter.
 *
 * <p>The tests of a class share its database, so each makes the rows that it looks at under identifiers of its own.
 */
@ClassTemplate
@ExtendWith(EachDatabaseExtension.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EachDatabase {
    /** Whether the database has the node's schema; without it, it is empty. */
    boolean migrated() default true;
}
