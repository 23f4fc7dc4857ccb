package org.quanlian.itests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** The arrows of the house: who may know whom, each with its reason. */
class ArchitectureTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.quanlian");

    private static final String MODEL = "org.quanlian.model..";
    private static final String POLICY_API = "org.quanlian.policy.api..";
    private static final String ENGINE = "org.quanlian.policy.engine..";
    private static final String POLICIES = "org.quanlian.policies..";
    private static final String AGREEMENTS = "org.quanlian.agreements..";
    private static final String WIRE = "org.quanlian.wire..";
    private static final String ROUTING = "org.quanlian.routing..";
    private static final String HEALTH = "org.quanlian.health..";
    private static final String STORE = "org.quanlian.store..";
    private static final String IDENTITY = "org.quanlian.identity..";
    private static final String MAIL = "org.quanlian.mail..";
    private static final String AUDIT = "org.quanlian.audit..";
    private static final String DEMO = "org.quanlian.demo..";
    private static final String REST = "org.quanlian.rest..";
    private static final String VOUCHERS = "org.quanlian.vouchers..";
    private static final String BACKUP = "org.quanlian.backup..";
    private static final String KEYS = "org.quanlian.keys..";
    private static final String EXCHANGE = "org.quanlian.exchange..";
    private static final String DOCUMENTS = "org.quanlian.documents..";
    private static final String CLI = "org.quanlian.cli..";

    @Test
    void modelKnowsTheJdkAlone() {
        classes()
                .that()
                .resideInAPackage(MODEL)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", MODEL, "org.osgi.annotation..")
                .because("the vocabulary outlives every framework")
                .check(CLASSES);
    }

    @Test
    void policyApiKnowsTheModelAlone() {
        classes()
                .that()
                .resideInAPackage(POLICY_API)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", MODEL, POLICY_API, "org.snakeyaml.engine..", "org.osgi.annotation..")
                .because("a pack must load in the node, on the command line and in a simulation alike")
                .check(CLASSES);
    }

    @Test
    void packsKnowThePolicyApiAlone() {
        classes()
                .that()
                .resideInAnyPackage(POLICIES, AGREEMENTS)
                .and()
                .resideOutsideOfPackage("..osgi")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", MODEL, POLICY_API, POLICIES, AGREEMENTS)
                .because("a decision is a pure function of facts, policy and agreements")
                .check(CLASSES);
    }

    @Test
    void packsDoNoInputOrOutputAndReadNoClock() {
        noClasses()
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
                .because("a decision must be recomputed exactly, years later")
                .check(CLASSES);
    }

    @Test
    void nobodyImportsAPack() {
        noClasses()
                .that()
                .resideOutsideOfPackages(POLICIES, AGREEMENTS, "org.quanlian.itests..", "org.quanlian.benchmarks..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(POLICIES, AGREEMENTS)
                .because("packs come and go while the node works")
                .check(CLASSES);
    }

    @Test
    void policiesDoNotKnowAgreements() {
        noClasses()
                .that()
                .resideInAPackage(POLICIES)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(AGREEMENTS)
                .because("an agreement is a circumstance of a decision, not a part of a policy")
                .check(CLASSES);
    }

    @Test
    void theEngineDoesNotKnowItsUsers() {
        noClasses()
                .that()
                .resideInAPackage(ENGINE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(WIRE, VOUCHERS, REST, CLI, ROUTING)
                .because("arrows run one way: the engine serves REST and the command line")
                .check(CLASSES);
    }

    @Test
    void theVoucherYearKnowsModelAndPoliciesAlone() {
        classes()
                .that()
                .resideInAPackage(VOUCHERS)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "javax.crypto..", MODEL, POLICY_API, ENGINE, VOUCHERS, "org.osgi.annotation..")
                .because("what happens to public money must be readable without any framework")
                .check(CLASSES);
    }

    @Test
    void theWireDoesNotKnowTheEngine() {
        noClasses()
                .that()
                .resideInAPackage(WIRE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ENGINE, VOUCHERS, REST, CLI, ROUTING)
                .because("the JSON of the contract is the same wherever it is spoken")
                .check(CLASSES);
    }

    @Test
    void restAndCommandLineDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage(REST)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CLI, ROUTING)
                .because("each is a door of its own to the same engine")
                .check(CLASSES);
    }

    @Test
    void theCommandLineDoesNotKnowRest() {
        noClasses()
                .that()
                .resideInAPackage(CLI)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(REST, ROUTING)
                .because("each is a door of its own to the same engine")
                .check(CLASSES);
    }

    @Test
    void othersSeeNoInternalsOfTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ENGINE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.quanlian.policy.engine.internal..")
                .because("what a bundle does not export is its own business")
                .check(CLASSES);
    }

    @Test
    void plainEngineCodeKnowsNoFramework() {
        noClasses()
                .that()
                .resideInAPackage(ENGINE)
                .and()
                .resideOutsideOfPackage("..internal.osgi")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.osgi.framework..", "org.osgi.service..", "org.apache..")
                .because("components only wire; plain classes do")
                .check(CLASSES);
    }

    @Test
    void noSqlOutsideTheStore() {
        noClasses()
                .that()
                .resideOutsideOfPackage(STORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..", "javax.sql..", "org.apache.derby..", "org.postgresql..", "com.zaxxer..")
                .because("what is kept, and how, is the store's business: ports stand before it")
                .check(CLASSES);
    }

    @Test
    void nobodyKnowsTheStore() {
        noClasses()
                .that()
                .resideOutsideOfPackage(STORE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(STORE)
                .because("whoever needs it declares a port, which the store implements")
                .check(CLASSES);
    }

    @Test
    void plainStoreCodeKnowsNoFramework() {
        noClasses()
                .that()
                .resideInAPackage(STORE)
                .and()
                .resideOutsideOfPackage("..internal.osgi")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.osgi..", "org.apache.karaf..", "org.apache.felix..")
                .because("components only wire; plain classes do")
                .check(CLASSES);
    }

    @Test
    void identityKnowsTheVoucherYearAndHealthAlone() {
        noClasses()
                .that()
                .resideInAPackage(IDENTITY)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(STORE, REST, CLI, ROUTING, WIRE, ENGINE)
                .because("who asks is known by the ports of the accounts, wherever they are kept and whoever asks")
                .check(CLASSES);
    }

    @Test
    void nobodyKnowsIdentity() {
        noClasses()
                .that()
                .resideOutsideOfPackage(IDENTITY)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(IDENTITY)
                .because("REST asks the ports of the accounts, which identity keeps")
                .check(CLASSES);
    }

    @Test
    void plainIdentityCodeKnowsNoFramework() {
        noClasses()
                .that()
                .resideInAPackage(IDENTITY)
                .and()
                .resideOutsideOfPackage("..internal.osgi")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.osgi..", "org.apache..")
                .because("components only wire; plain classes do")
                .check(CLASSES);
    }

    @Test
    void rightsAreDecidedByUseCasesAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage(VOUCHERS)
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.quanlian.vouchers.access.Access")
                .because("what a role may do is decided in one place, on the use cases, not in REST, store or identity")
                .check(CLASSES);
    }

    @Test
    void mailKnowsTheVoucherYearAlone() {
        noClasses()
                .that()
                .resideInAPackage(MAIL)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(WIRE, REST, CLI, ROUTING, STORE, HEALTH)
                .because("it tells what the voucher year says is to be told, and answers nobody")
                .check(CLASSES);
    }

    @Test
    void nobodyKnowsMail() {
        noClasses()
                .that()
                .resideOutsideOfPackage(MAIL)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(MAIL, "jakarta.mail..", "org.eclipse.angus..")
                .because(
                        "people are told through the voucher year's notifications; that some are mailed is nobody's concern")
                .check(CLASSES);
    }

    @Test
    void demoKnowsTheVoucherYearAlone() {
        noClasses()
                .that()
                .resideInAPackage(DEMO)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(WIRE, REST, CLI, ROUTING, STORE, HEALTH, IDENTITY, MAIL, "java.sql..")
                .because("whatever it makes goes through the use cases, so that it is lawful")
                .check(CLASSES);
    }

    @Test
    void theAuditKnowsTheVoucherYearAndTheKeysAlone() {
        noClasses()
                .that()
                .resideInAPackage(AUDIT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(WIRE, REST, CLI, ROUTING, STORE, HEALTH, IDENTITY, MAIL, DEMO, ENGINE, "java.sql..")
                .because("an export must be verifiable where there is no node")
                .check(CLASSES);
    }

    @Test
    void plainAuditCodeKnowsNoFramework() {
        noClasses()
                .that()
                .resideInAPackage(AUDIT)
                .and()
                .resideOutsideOfPackages("..internal.osgi", "..internal.console")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.osgi.framework..", "org.osgi.service..", "org.apache..")
                .because("components and commands only wire; plain classes do")
                .check(CLASSES);
    }

    @Test
    void documentsKnowTheVoucherYearAlone() {
        noClasses()
                .that()
                .resideInAPackage(DOCUMENTS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        WIRE,
                        REST,
                        CLI,
                        ROUTING,
                        STORE,
                        HEALTH,
                        IDENTITY,
                        MAIL,
                        ENGINE,
                        "java.sql..",
                        "java.net.http..")
                .because("what stands on a paper comes from the voucher year, and whoever prints it asks nobody")
                .check(CLASSES);
    }

    @Test
    void nobodyKnowsDocuments() {
        noClasses()
                .that()
                .resideOutsideOfPackage(DOCUMENTS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(DOCUMENTS, "org.apache.pdfbox..", "com.openhtmltopdf..", "org.dhatim..")
                .because("papers are printed by a port of the voucher year, and the node serves without it")
                .check(CLASSES);
    }

    @Test
    void papersReadNoClock() {
        noClasses()
                .that()
                .resideInAPackage(DOCUMENTS)
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("the same claim gives the same bytes, whenever it is printed")
                .check(CLASSES);
    }

    @Test
    void plainDocumentCodeKnowsNoFramework() {
        noClasses()
                .that()
                .resideInAPackage(DOCUMENTS)
                .and()
                .resideOutsideOfPackage("..internal.osgi")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.osgi..", "org.apache.karaf..", "org.apache.felix..")
                .because("the component only wires; plain classes do")
                .check(CLASSES);
    }

    @Test
    void nobodyKnowsTheDemo() {
        noClasses()
                .that()
                .resideOutsideOfPackage(DEMO)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(DEMO)
                .because("a node must be able to do without it")
                .check(CLASSES);
    }

    @Test
    void plainDemoCodeKnowsNoFramework() {
        noClasses()
                .that()
                .resideInAPackage(DEMO)
                .and()
                .resideOutsideOfPackage("..internal.console")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.osgi..", "org.apache..")
                .because("the command only wires; plain classes do")
                .check(CLASSES);
    }

    @Test
    void plainMailCodeKnowsNoFramework() {
        noClasses()
                .that()
                .resideInAPackage(MAIL)
                .and()
                .resideOutsideOfPackage("..internal.osgi")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.osgi..", "org.apache..")
                .because("components only wire; plain classes do")
                .check(CLASSES);
    }

    @Test
    void keysKnowNobodyOfOurs() {
        noClasses()
                .that()
                .resideInAPackage(KEYS)
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are of another room",
                        other -> other.getPackageName().startsWith("org.quanlian.")
                                && !other.getPackageName().startsWith("org.quanlian.keys")))
                .because("whoever has the keys must be readable by itself")
                .check(CLASSES);
    }

    @Test
    void backupKnowsNoDatabase() {
        noClasses()
                .that()
                .resideInAPackage(BACKUP)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        STORE, REST, CLI, ROUTING, IDENTITY, MAIL, DEMO, VOUCHERS, "java.sql..", "javax.sql..")
                .because("it takes what its ports give, whatever is kept and however")
                .check(CLASSES);
    }

    @Test
    void plainBackupCodeKnowsNoFramework() {
        noClasses()
                .that()
                .resideInAPackage(BACKUP)
                .and()
                .resideOutsideOfPackage("..internal.console")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.osgi.framework..", "org.osgi.service..", "org.apache..")
                .because("the command only wires; plain classes do")
                .check(CLASSES);
    }

    @Test
    void plainKeysCodeKnowsNoFramework() {
        noClasses()
                .that()
                .resideInAPackage(KEYS)
                .and()
                .resideOutsideOfPackage("..internal.osgi")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.osgi.framework..", "org.osgi.service..", "org.apache..")
                .because("components only wire; plain classes do")
                .check(CLASSES);
    }

    @Test
    void nobodyElseMakesKeysOrCiphers() {
        noClasses()
                .that()
                .resideOutsideOfPackages(KEYS, VOUCHERS, IDENTITY, EXCHANGE, "org.quanlian.itests..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.bouncycastle..")
                .orShould()
                .callMethod(javax.crypto.Cipher.class, "getInstance", String.class)
                .orShould()
                .callMethod(java.security.Signature.class, "getInstance", String.class)
                .because(
                        "which algorithm is used is decided in one place (identity hashes passwords, the exchange signs by CMS)")
                .check(CLASSES);
    }

    @Test
    void theExchangeKnowsTheVoucherYearAndTheKeysAlone() {
        noClasses()
                .that()
                .resideInAPackage(EXCHANGE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(STORE, REST, CLI, IDENTITY, MAIL, DEMO, AUDIT, BACKUP, "java.sql..")
                .because("what leaves the node is evidence, wherever it is kept and whoever asks for it")
                .check(CLASSES);
    }

    @Test
    void plainExchangeCodeKnowsNoFramework() {
        noClasses()
                .that()
                .resideInAPackage(EXCHANGE)
                .and()
                .resideOutsideOfPackages(
                        "..internal.osgi", "..internal.console", "..internal.transport", "..internal.routes")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.osgi.framework..", "org.osgi.service..", "org.apache..", "org.eclipse..")
                .because("components, commands, routes and the server only carry; plain classes decide")
                .check(CLASSES);
    }

    @Test
    void healthKnowsNobodyWhoAnswersOrAsks() {
        noClasses()
                .that()
                .resideInAPackage(HEALTH)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ENGINE, WIRE, REST, CLI, ROUTING, STORE)
                .because("it stands between them")
                .check(CLASSES);
    }

    @Test
    void noStaticState() {
        noFields()
                .that()
                .areStatic()
                .should()
                .notBeFinal()
                .because("bundles come and go, and static state stays behind")
                .check(CLASSES);
    }
}
