package org.quanlian.store.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanlian.keys.NodeKeys;
import org.quanlian.keys.Profile;
import org.quanlian.store.internal.files.FileContents;
import org.quanlian.store.internal.files.Samples;
import org.quanlian.store.internal.orders.OrderWorld;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.documents.DocumentLimits;
import org.quanlian.vouchers.documents.DocumentPurpose;
import org.quanlian.vouchers.documents.Documents;
import org.quanlian.vouchers.documents.KeptContent;
import org.quanlian.vouchers.documents.PersonalView;
import org.quanlian.vouchers.documents.StoredDocument;
import org.quanlian.vouchers.orders.OrderDocuments;
import org.quanlian.vouchers.orders.VoucherOrder;
import org.quanlian.vouchers.registry.Organisation;

/** Documents on real files and each database. */
@EachDatabase
class DocumentsContractTest {
    private static final DocumentLimits LIMITS = new DocumentLimits(1000, 3000);

    private final OrderWorld world;

    @TempDir
    Path data;

    private FileContents contents;
    private Documents documents;
    private Organisation firm;
    private Actor actor;

    DocumentsContractTest(TestDatabase database) {
        world = new OrderWorld(database.transactions());
    }

    @BeforeEach
    void open() {
        SecureRandom random = new SecureRandom();
        contents = new FileContents(
                data.resolve("documents"),
                LIMITS,
                new NodeKeys(data.resolve("keys"), () -> Profile.INTL, world.clock, random),
                random);
        documents = new Documents(world.clock, world.ids, contents, world.cityOf, List.of(new OrderDocuments()));
        firm = world.organisation(Organisation.Kind.ENTERPRISE);
        actor = world.actor(firm);
    }

    @Test
    void shouldShowWhatWasUploaded_byANameThatNobodyGuesses() throws IOException {
        StoredDocument document = upload(actor, DocumentPurpose.CONTRACT, "合同.pdf", Samples.pdf(100));
        StoredDocument again = upload(actor, DocumentPurpose.INVOICE, "发票.pdf", Samples.pdf(100));
        assertThat(again.id()).isNotEqualTo(document.id());
        assertThat(again.content()).isEqualTo(document.content());
        assertThat(files()).hasSize(1);
        assertThat(world.<StoredDocument>read(session -> documents.show(session, actor, document.id())))
                .isEqualTo(document);
        assertThat(content(actor, document.id())).isEqualTo(Samples.pdf(100));
        assertThat(world.<Page<StoredDocument>>read(session -> documents.own(session, actor, Page.Request.first()))
                        .items())
                .containsExactlyInAnyOrder(document, again);
    }

    @Test
    void shouldTakeNamesForNamesOnly_whateverTheySay() throws IOException {
        List<String> typed = List.of(
                "../../../../etc/passwd",
                "C:\\Windows\\evil.exe",
                "a\u202efdp.exe",
                "\u0000",
                "...",
                "报告.PDF",
                "x".repeat(500));
        Set<String> shown = new HashSet<>();
        for (int i = 0; i < typed.size(); i++) {
            Actor other = world.actor(world.organisation(Organisation.Kind.ENTERPRISE));
            shown.add(upload(other, DocumentPurpose.OTHER, typed.get(i), Samples.pdf(50 + i))
                    .name());
        }
        assertThat(shown)
                .contains("passwd.pdf", "evil.exe.pdf", "afdp.exe.pdf", "document.pdf", "报告.PDF")
                .allSatisfy(name -> assertThat(name).hasSizeLessThan(130).doesNotContain("/", "\\", "\u202e"));
        assertThat(files()).allSatisfy(file -> assertThat(file).startsWith(data.resolve("documents")));
    }

    @Test
    void shouldHideDocuments_fromEverybodyWhomTheyDoNotConcern() throws IOException {
        StoredDocument document = upload(actor, DocumentPurpose.CONTRACT, "合同.pdf", Samples.pdf(100));
        Actor stranger = world.actor(world.organisation(Organisation.Kind.ENTERPRISE));
        for (Actor other : List.of(
                stranger, world.actor(world.organisation(Organisation.Kind.PROVIDER)), world.office(Role.EXPERT))) {
            assertRefused(() -> content(other, document.id()), "document.none");
        }
        assertRefused(
                () -> world.read(session -> documents.show(session, stranger, world.ids.<StoredDocument>next())),
                "document.none");
        assertRefused(() -> content(world.office(Role.OPERATOR), document.id()), "access.role");
        for (Role role : List.of(Role.CITY_REVIEWER, Role.SHARING_CENTRE, Role.DEPARTMENT, Role.AUDITOR)) {
            assertThat(content(world.office(role), document.id())).hasSize(100);
        }
    }

    @Test
    void shouldShowThePapersOfAnOrder_toItsProvider() throws IOException {
        Organisation provider = world.organisation(Organisation.Kind.PROVIDER);
        VoucherOrder order = world.bound(firm, provider, "HT-1", world.invoice());
        Id<StoredDocument> paper =
                order.evidence().orElseThrow().attachments().get(0).document();
        assertThat(world.<StoredDocument>read(session -> documents.show(session, world.actor(provider), paper))
                        .id())
                .isEqualTo(paper);
        Actor rival = world.actor(world.organisation(Organisation.Kind.PROVIDER));
        assertRefused(() -> world.read(session -> documents.show(session, rival, paper)), "document.none");
    }

    @Test
    void shouldSealPersonalDocuments_andWriteDownEachLook() throws IOException {
        StoredDocument document = upload(actor, DocumentPurpose.LEGAL_REPRESENTATIVE_ID, "身份证.jpg", Samples.jpeg());
        assertThat(document.content().sealed()).isTrue();
        assertThat(Files.readAllBytes(files().get(0))).isNotEqualTo(Samples.jpeg());
        assertThat(world.<StoredDocument>read(session -> documents.show(session, actor, document.id())))
                .isEqualTo(document);

        Actor reviewer = world.office(Role.CITY_REVIEWER);
        assertThat(content(actor, document.id())).isEqualTo(Samples.jpeg());
        assertThat(content(reviewer, document.id())).isEqualTo(Samples.jpeg());
        Actor auditor = world.office(Role.AUDITOR);
        for (Actor other : List.of(
                auditor, world.office(Role.EXPERT), world.actor(world.organisation(Organisation.Kind.PROVIDER)))) {
            assertRefused(() -> content(other, document.id()), "document.none");
        }

        List<PersonalView> views = views(auditor, Optional.of(document.id()));
        assertThat(views)
                .extracting(PersonalView::viewer)
                .containsExactlyInAnyOrder(actor.account(), reviewer.account());
        assertThat(views).allSatisfy(view -> {
            assertThat(view.at()).isEqualTo(OrderWorld.NOW);
            assertThat(view.thing()).isEqualTo(document.id().value());
            assertThat(view.owner()).isEqualTo(firm.id());
        });
        assertThat(views(auditor, Optional.empty())).containsAll(views);
        assertThat(views(actor, Optional.of(document.id()))).isEqualTo(views);
        assertRefused(() -> views(reviewer, Optional.of(document.id())), "access.role");
        assertRefused(() -> views(actor, Optional.empty()), "access.none");
        assertRefused(
                () -> views(world.actor(world.organisation(Organisation.Kind.ENTERPRISE)), Optional.of(document.id())),
                "access.none");
    }

    @Test
    void shouldNotWriteDownLooks_atWhatIsNotPersonal() throws IOException {
        StoredDocument document = upload(actor, DocumentPurpose.CONTRACT, "合同.pdf", Samples.pdf(100));
        content(actor, document.id());
        assertThat(views(world.office(Role.AUDITOR), Optional.of(document.id())))
                .isEmpty();
    }

    @Test
    void shouldBoundDocumentsAndOrganisations() throws IOException {
        assertRefused(() -> upload(actor, DocumentPurpose.OTHER, "大.pdf", Samples.pdf(1001)), "document.too-large");
        for (int i = 0; i < 3; i++) {
            upload(actor, DocumentPurpose.OTHER, "满.pdf", Samples.pdf(1000));
        }
        assertRefused(() -> upload(actor, DocumentPurpose.OTHER, "多.pdf", Samples.pdf(10)), "document.quota");
        assertRefused(
                () -> upload(world.office(Role.CITY_REVIEWER), DocumentPurpose.OTHER, "市.pdf", Samples.pdf(10)),
                "access.role");
    }

    @Test
    void shouldSweepContents_whoseUploadNeverCameToADocument() throws IOException {
        StoredDocument document = upload(actor, DocumentPurpose.CONTRACT, "合同.pdf", Samples.pdf(100));
        Documents.Upload upload =
                world.read(session -> documents.begin(session, actor, DocumentPurpose.INVOICE, "发票.pdf", ""));
        KeptContent orphan = documents.receive(upload, new ByteArrayInputStream(Samples.pdf(200)));
        // Here the node crashes: the content is there, and no document stands on it.
        assertThat(files()).hasSize(2);

        Instant later = Instant.now().plusSeconds(60);
        int removed = contents.sweep(
                later, address -> world.read(session -> session.documents().standsOn(address)));

        assertThat(removed).isEqualTo(1);
        assertThat(files()).allSatisfy(file -> assertThat(file.toString()).doesNotContain(orphan.address()));
        assertThat(content(actor, document.id())).isEqualTo(Samples.pdf(100));
    }

    private StoredDocument upload(Actor by, DocumentPurpose purpose, String name, byte[] bytes) throws IOException {
        Documents.Upload upload = world.read(session -> documents.begin(session, by, purpose, name, ""));
        KeptContent content = documents.receive(upload, new ByteArrayInputStream(bytes));
        return world.write(session -> documents.finish(session, by, upload, content));
    }

    private byte[] content(Actor by, Id<StoredDocument> id) throws IOException {
        StoredDocument document = world.write(session -> documents.look(session, by, id));
        try (InputStream in = documents.open(document)) {
            return in.readAllBytes();
        }
    }

    private List<PersonalView> views(Actor by, Optional<Id<StoredDocument>> id) {
        return world.<Page<PersonalView>>read(session -> documents.views(session, by, id, Page.Request.first()))
                .items();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(data.resolve("documents"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static void assertRefused(ThrowingCallable work, String code) {
        List<RefusedException> thrown = new ArrayList<>();
        assertThatThrownBy(work).isInstanceOfSatisfying(RefusedException.class, thrown::add);
        assertThat(thrown.get(0).code()).isEqualTo(code);
    }
}
