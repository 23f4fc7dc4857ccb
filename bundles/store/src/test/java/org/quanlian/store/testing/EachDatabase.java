package org.quanlian.store.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that runs twice, on Derby and on PostgreSQL, each time on a database of its own that has the node's schema and
 * no rows. Constructors and tests take a {@link TestDatabase}; static methods marked {@link Setup} fill it, once for each
 * database. ({@code @BeforeAll} runs once for both, and before there is any.)
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

    /** A static method that takes a {@link TestDatabase} and makes what the tests of the class share. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Setup {}

    /** A static method that ends what a {@link Setup} made, before its database is closed. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Teardown {}
}
