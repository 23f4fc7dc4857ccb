package org.quanlian.policy.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.quanlian.model.ChinaTime;
import org.quanlian.model.Claim;
import org.quanlian.model.Money;
import org.quanlian.policy.api.parameters.NoValueException;
import org.quanlian.policy.api.parameters.Parameter;
import org.quanlian.policy.api.parameters.ParameterException;

/**
 * What every policy pack keeps: it is pure, complete, sourced and found without a framework.
 *
 * <p>A pack's module extends it and says how the pack is made; where agreements matter, it says which ones are in force.
 */
public abstract class PolicyPackContractTest {
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern LATIN = Pattern.compile("[A-Za-z]");
    private static final Pattern BRACES = Pattern.compile("[{}]");
    private static final String CAPABILITY = "quanlian.policy";

    private final PolicyPack pack = pack();

    /** A new instance of the pack, made by its constructor without arguments. */
    protected abstract PolicyPack pack();

    /** What holds around the claims of these tests. */
    protected Circumstances circumstances() {
        return Circumstances.NONE;
    }

    /** Name of the pack's parameter file. */
    protected String parameterFile() {
        return "policy.yaml";
    }

    // Pure

    @Property(tries = 20, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void shouldDecideTheSame_howeverOftenAndInWhateverOrderItIsAsked(@ForAll("manyClaims") List<Claim> claims) {
        List<Decision> first = claims.stream().map(this::decide).toList();

        List<Claim> reversed = new ArrayList<>(claims);
        Collections.reverse(reversed);
        List<Decision> again =
                new ArrayList<>(reversed.stream().map(this::decide).toList());
        Collections.reverse(again);

        assertThat(again).isEqualTo(first);
    }

    @Property(tries = 10, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void shouldDecideTheSame_whenThreadsAskAtOnce(@ForAll("manyClaims") List<Claim> claims)
            throws InterruptedException, ExecutionException {
        List<Decision> alone = claims.stream().map(this::decide).toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<Decision>>> together = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                together.add(
                        threads.submit(() -> claims.stream().map(this::decide).toList()));
            }
            for (Future<List<Decision>> decisions : together) {
                assertThat(decisions.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
    void shouldDecideTheSame_whenItWasMadeAnew(@ForAll("claims") Claim claim) {
        assertThat(words(pack().assess(claim, circumstances()))).isEqualTo(words(decide(claim)));
    }

    // Decisions

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void shouldDecideUnderItsOwnName_andTellTheValuesThatItUsed(@ForAll("claims") Claim claim) {
        Decision decision = decide(claim);

        assertThat(decision.policy()).isEqualTo(pack.descriptor().key());
        assertThat(decision.document()).isEqualTo(pack.descriptor().document());
        assertThat(decision.status()).isEqualTo(pack.descriptor().status());
        assertThat(decision.day()).isEqualTo(claim.day());
        assertThat(decision.values()).isEqualTo(pack.parameters().effectiveOn(claim.day()));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void shouldAddUp(@ForAll("claims") Claim claim) {
        Decision decision = decide(claim);
        Decision.Amounts amounts = decision.amounts();

        assertThat(amounts.provinceShare().plus(amounts.cityShare())).isEqualTo(amounts.grant());
        assertThat(sum(decision, ServiceDecision::grant)).isEqualTo(amounts.grant());
        assertThat(sum(decision, ServiceDecision::supportableSpend)).isEqualTo(amounts.supportableSpend());
        assertThat(amounts.provinceShare()).isGreaterThanOrEqualTo(Money.ZERO);
        assertThat(amounts.cityShare()).isGreaterThanOrEqualTo(Money.ZERO);
        assertThat(amounts.capRemaining()).isBetween(Money.ZERO, amounts.cap());
        for (ServiceDecision service : decision.services()) {
            assertThat(service.grant()).isBetween(Money.ZERO, service.supportableSpend());
            assertThat(service.carriedOver()).isGreaterThanOrEqualTo(Money.ZERO);
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void shouldDecideAboutEachService_inTheOrderClaimed(@ForAll("claims") Claim claim) {
        assertThat(decide(claim).services())
                .extracting(ServiceDecision::id)
                .containsExactlyElementsOf(claim.services().stream()
                        .map(org.quanlian.model.Service::id)
                        .toList());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void shouldLetEveryRuleSpeakOnce_inItsOrder(@ForAll("claims") Claim claim) {
        List<String> rules = pack.rules().stream().map(RuleDescription::id).toList();
        Decision decision = decide(claim);

        for (ServiceDecision service : decision.services()) {
            assertThat(Stream.concat(decision.findings().stream(), service.findings().stream())
                            .map(Finding::rule))
                    .containsExactlyElementsOf(rules);
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void shouldTellEveryFinding_inBothLanguagesAndWithItsClause(@ForAll("claims") Claim claim) {
        Decision decision = decide(claim);

        assertThat(findings(decision))
                .allMatch(finding -> isInBothLanguages(finding.message()), "is in both languages");
        assertThat(findings(decision)).allMatch(finding -> citesAListedDocument(finding.source()), "cites");
        assertThat(decision.agreements()).allMatch(use -> citesAListedDocument(use.source()), "cites");
    }

    @Test
    void shouldRefuseToDecide_beforeItsFirstDay() {
        LocalDate firstDay = firstDay();
        Claim first = onDay(firstDay);

        assertThat(decide(first).day()).isEqualTo(firstDay);
        assertThatThrownBy(() -> decide(onDay(firstDay.minusDays(1))))
                .isInstanceOfSatisfying(NoValueException.class, refusal -> {
                    assertThat(refusal.day()).isEqualTo(firstDay.minusDays(1));
                    assertThat(refusal.firstDay()).isEqualTo(firstDay);
                });
    }

    // Parameters and rules

    @Test
    void shouldGiveEachParameter_aDescriptionAUnitAndSourcedValues() {
        assertThat(pack.parameters().all()).isNotEmpty().doesNotHaveDuplicates();
        for (Parameter parameter : pack.parameters().all()) {
            assertInBothLanguages(parameter.name(), parameter.description());
            assertThat(parameter.unit()).as("unit of %s", parameter.name()).isNotBlank();
            assertThat(parameter.values()).as("values of %s", parameter.name()).isNotEmpty();
            parameter.values().forEach(value -> assertCitesAListedDocument(parameter.name(), value.source()));
        }
    }

    @TestFactory
    Stream<DynamicTest> shouldRefuseAParameterFileThatLacks() {
        return pack.parameters().all().stream()
                .map(Parameter::name)
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    ParameterException refusal = catchThrowableOfType(
                            ParameterException.class, () -> altered().without(name));

                    assertThat(refusal).as("the file is refused").isNotNull();
                    assertThat(refusal.problems()).containsExactly(name + ": missing");
                }));
    }

    @Test
    void shouldRefuseAParameterThatItDoesNotRead() {
        ParameterException refusal =
                catchThrowableOfType(ParameterException.class, () -> altered().withUnknown("nobody.asks"));

        assertThat(refusal).as("the file is refused").isNotNull();
        assertThat(refusal.problems()).containsExactly("nobody.asks: unknown");
    }

    @Test
    void shouldBeADraft_asSoonAsOneValueIsNotVerified() {
        String parameter = pack.parameters().all().get(0).name();

        PolicyPack draft = altered().withEntry(parameter, "verification", "unverified");

        assertThat(draft.descriptor().status()).isEqualTo(Status.DRAFT);
        assertThat(draft.assess(onDay(firstDay()), circumstances()).status()).isEqualTo(Status.DRAFT);
    }

    @Test
    void shouldGiveEachRule_aTitleAndAClause() {
        assertThat(pack.rules()).isNotEmpty();
        assertThat(pack.rules()).extracting(RuleDescription::id).doesNotHaveDuplicates();
        for (RuleDescription rule : pack.rules()) {
            assertInBothLanguages(rule.id(), rule.title());
            assertCitesAListedDocument(rule.id(), rule.source());
        }
    }

    // How it is found

    @Test
    void shouldBeFoundWithoutAFramework() {
        assertThat(ServiceLoader.load(PolicyPack.class))
                .filteredOn(found -> found.getClass() == pack.getClass())
                .singleElement()
                .extracting(found -> found.descriptor().key())
                .isEqualTo(pack.descriptor().key());
    }

    @Test
    void shouldCarryItsNameInItsServiceProperties() {
        PolicyKey key = pack.descriptor().key();

        assertThat(key.serviceProperties())
                .hasSize(3)
                .containsEntry("province", key.province().code())
                .containsEntry("year", key.year())
                .containsEntry("version", key.version().toString());
    }

    @Test
    void shouldCarryItsNameInTheCapabilityOfItsBundle() {
        Optional<Manifest> manifest = inOrigin(root -> manifest(root.resolve("META-INF/MANIFEST.MF")));
        assumeTrue(manifest.isPresent(), "the pack was not packed yet");
        PolicyKey key = pack.descriptor().key();

        assertThat(capability(manifest.get()))
                .containsExactlyInAnyOrder(
                        "province=" + key.province(), "year:Long=" + key.year(), "version:Version=" + key.version());
    }

    @Test
    void shouldNotKnowTheFramework() {
        List<String> strangers = inOrigin(this::classesThatKnowTheFramework);

        assertThat(strangers)
                .as("classes beside the pack that name OSGi or Apache types")
                .isEmpty();
    }

    /** Claims that reach the borders of the pack. */
    @Provide
    protected Arbitrary<Claim> claims() {
        return ClaimArbitraries.around(pack).claims();
    }

    /** Several such claims. */
    @Provide
    protected Arbitrary<List<Claim>> manyClaims() {
        return claims().list().ofSize(20);
    }

    private Decision decide(Claim claim) {
        return pack.assess(claim, circumstances());
    }

    private AlteredPack altered() {
        return new AlteredPack(pack.getClass(), parameterFile());
    }

    private LocalDate firstDay() {
        return pack.parameters().all().stream()
                .map(Parameter::firstDay)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private static Claim onDay(LocalDate day) {
        return ExampleClaims.about(day.atStartOfDay(ChinaTime.ZONE).toInstant());
    }

    private static List<Finding> findings(Decision decision) {
        List<Finding> findings = new ArrayList<>(decision.findings());
        decision.services().forEach(service -> findings.addAll(service.findings()));
        return findings;
    }

    private static Money sum(Decision decision, Function<ServiceDecision, Money> amount) {
        return decision.services().stream().map(amount).reduce(Money.ZERO, Money::plus);
    }

    /** A decision without the identity of the pack's texts: two instances of a pack have their own. */
    private static List<Object> words(Decision decision) {
        List<Object> words = new ArrayList<>(List.of(decision.outcome(), decision.amounts(), decision.agreements()));
        decision.services()
                .forEach(service -> words.addAll(List.of(
                        service.id(),
                        service.outcome(),
                        service.supportableSpend(),
                        service.carriedOver(),
                        service.grant())));
        findings(decision)
                .forEach(finding ->
                        words.addAll(List.of(finding.rule(), finding.source(), finding.outcome(), finding.message())));
        return words;
    }

    private static void assertInBothLanguages(String about, LocalizedText text) {
        assertThat(text).as("text for %s", about).matches(PolicyPackContractTest::isInBothLanguages);
    }

    private static boolean isInBothLanguages(LocalizedText text) {
        return CHINESE.matcher(text.zh()).find()
                && LATIN.matcher(text.en()).find()
                && !BRACES.matcher(text.zh() + text.en()).find();
    }

    private void assertCitesAListedDocument(String about, LegalRef source) {
        assertThat(source).as("source of %s", about).matches(this::citesAListedDocument);
    }

    private boolean citesAListedDocument(LegalRef source) {
        return !source.clause().isBlank()
                && pack.descriptor().documents().stream()
                        .anyMatch(document -> document.number().equals(source.document()));
    }

    private static Set<String> capability(Manifest manifest) {
        String header = manifest.getMainAttributes().getValue("Provide-Capability");
        assertThat(header).as("Provide-Capability").isNotNull();
        Matcher clause = Pattern.compile("(?:^|,)\\s*" + Pattern.quote(CAPABILITY) + "\\s*;([^,]*)")
                .matcher(header);
        assertThat(clause.find()).as("%s in %s", CAPABILITY, header).isTrue();
        return Stream.of(clause.group(1).split(";"))
                .map(attribute -> attribute.strip().replace("\"", "").replace(":String=", "="))
                .collect(Collectors.toSet());
    }

    private static Optional<Manifest> manifest(Path file) throws IOException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(new Manifest(in));
        }
    }

    /** Looks at the bytes of the classes beside the pack: whatever type a class knows, its constants name it. */
    private List<String> classesThatKnowTheFramework(Path root) throws IOException {
        Path folder = root.resolve(pack.getClass().getPackageName().replace('.', '/'));
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                String constants = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (constants.contains("org/osgi/") || constants.contains("org/apache/")) {
                    found.add(file.getFileName().toString());
                }
            }
        }
        return found;
    }

    /** Looks into the folder or the jar from which the pack was loaded. */
    private <T> T inOrigin(Look<T> look) {
        try {
            Path origin = Path.of(pack.getClass()
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(origin)) {
                return look.at(origin);
            }
            try (FileSystem jar = FileSystems.newFileSystem(origin)) {
                return look.at(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @FunctionalInterface
    private interface Look<T> {
        T at(Path root) throws IOException;
    }
}
