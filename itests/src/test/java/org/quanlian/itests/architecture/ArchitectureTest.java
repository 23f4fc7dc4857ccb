package org.quanlian.itests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of the house: who may know whom, each with its reason. */
@AnalyzeClasses(packages = "org.quanlian", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String MODEL = "org.quanlian.model..";
    private static final String POLICY_API = "org.quanlian.policy.api..";
    private static final String ENGINE = "org.quanlian.policy.engine..";
    private static final String POLICIES = "org.quanlian.policies..";
    private static final String AGREEMENTS = "org.quanlian.agreements..";
    private static final String WIRE = "org.quanlian.wire..";
    private static final String ROUTING = "org.quanlian.routing..";
    private static final String REST = "org.quanlian.rest..";
    private static final String CLI = "org.quanlian.cli..";

    @ArchTest
    static final ArchRule MODEL_KNOWS_THE_JDK_ALONE = classes()
            .that()
            .resideInAPackage(MODEL)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", MODEL, "org.osgi.annotation..")
            .because("the vocabulary outlives every framework");

    @ArchTest
    static final ArchRule POLICY_API_KNOWS_THE_MODEL_ALONE = classes()
            .that()
            .resideInAPackage(POLICY_API)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", MODEL, POLICY_API, "org.snakeyaml.engine..", "org.osgi.annotation..")
            .because("a pack must load in the node, on the command line and in a simulation alike");

    @ArchTest
    static final ArchRule PACKS_KNOW_THE_POLICY_API_ALONE = classes()
            .that()
            .resideInAnyPackage(POLICIES, AGREEMENTS)
            .and()
            .resideOutsideOfPackage("..osgi")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", MODEL, POLICY_API, POLICIES, AGREEMENTS)
            .because("a decision is a pure function of facts, policy and agreements");

    @ArchTest
    static final ArchRule PACKS_DO_NO_INPUT_OR_OUTPUT_AND_READ_NO_CLOCK = noClasses()
            .that()
            .resideInAnyPackage(POLICIES, AGREEMENTS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.sql..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("a decision must be recomputed exactly, years later");

    @ArchTest
    static final ArchRule NOBODY_IMPORTS_A_PACK = noClasses()
            .that()
            .resideOutsideOfPackages(POLICIES, AGREEMENTS, "org.quanlian.itests..", "org.quanlian.benchmarks..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(POLICIES, AGREEMENTS)
            .because("packs come and go while the node works");

    @ArchTest
    static final ArchRule POLICIES_DO_NOT_KNOW_AGREEMENTS = noClasses()
            .that()
            .resideInAPackage(POLICIES)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(AGREEMENTS)
            .because("an agreement is a circumstance of a decision, not a part of a policy");

    @ArchTest
    static final ArchRule THE_ENGINE_DOES_NOT_KNOW_ITS_USERS = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(WIRE, REST, CLI, ROUTING)
            .because("arrows run one way: the engine serves REST and the command line");

    @ArchTest
    static final ArchRule THE_WIRE_DOES_NOT_KNOW_THE_ENGINE = noClasses()
            .that()
            .resideInAPackage(WIRE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ENGINE, REST, CLI, ROUTING)
            .because("the JSON of the contract is the same wherever it is spoken");

    @ArchTest
    static final ArchRule REST_AND_COMMAND_LINE_DO_NOT_KNOW_EACH_OTHER = noClasses()
            .that()
            .resideInAPackage(REST)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CLI, ROUTING)
            .because("each is a door of its own to the same engine");

    @ArchTest
    static final ArchRule THE_COMMAND_LINE_DOES_NOT_KNOW_REST = noClasses()
            .that()
            .resideInAPackage(CLI)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(REST, ROUTING)
            .because("each is a door of its own to the same engine");

    @ArchTest
    static final ArchRule OTHERS_SEE_NO_INTERNALS_OF_THE_ENGINE = noClasses()
            .that()
            .resideOutsideOfPackage(ENGINE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.quanlian.policy.engine.internal..")
            .because("what a bundle does not export is its own business");

    @ArchTest
    static final ArchRule PLAIN_ENGINE_CODE_KNOWS_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .and()
            .resideOutsideOfPackage("..internal.osgi")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.osgi.framework..", "org.osgi.service..", "org.apache..")
            .because("components only wire; plain classes do");

    @ArchTest
    static final ArchRule NO_STATIC_STATE = noFields()
            .that()
            .areStatic()
            .should()
            .notBeFinal()
            .because("bundles come and go, and static state stays behind");
}
