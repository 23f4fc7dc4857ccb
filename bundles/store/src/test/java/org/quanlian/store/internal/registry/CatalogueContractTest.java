package org.quanlian.store.internal.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quanlian.model.Area;
import org.quanlian.model.InvalidValueException;
import org.quanlian.model.Money;
import org.quanlian.model.ServiceCategory;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.catalogue.Catalogue;
import org.quanlian.vouchers.catalogue.CatalogueSearch;
import org.quanlian.vouchers.catalogue.ServiceItem;
import org.quanlian.vouchers.catalogue.ServiceItem.Offer;
import org.quanlian.vouchers.catalogue.ServiceOffers;
import org.quanlian.vouchers.registry.Registration;

/** What is offered and found, on each database. */
@EachDatabase
class CatalogueContractTest {
    private static final Catalogue.Filter ANY = new Catalogue.Filter(Optional.empty(), Optional.empty());

    private final RegistryYear year;
    private final ServiceOffers offers;
    private final CatalogueSearch search = new CatalogueSearch();

    CatalogueContractTest(TestDatabase database) {
        this.year = new RegistryYear(database);
        this.offers = new ServiceOffers(year.ids);
    }

    @Test
    void shouldKeepWhatIsOffered() {
        Registration provider = year.approvedProvider("示例检测一所");
        Offer offer = new Offer(
                ServiceCategory.TESTING,
                "钢材拉伸试验",
                "依据 GB/T 228.1\n三个工作日",
                Optional.of(new Money(12_050)),
                Optional.of("样品"),
                new Area("140105"));

        ServiceItem made = add(provider, offer);

        assertThat(made.offer()).isEqualTo(offer);
        assertThat(year.<ServiceItem>read(session -> offers.get(session, year.of(provider), made.id())))
                .isEqualTo(made);
        assertThat(year.read(session -> search.get(session, made.id())).item()).contains(made);
    }

    @Test
    void shouldFindServicesAndProviders_whenTheProviderIsApproved_andOnlyThen() {
        Registration provider = year.provider("晋阳虚构仪器馆");
        ServiceItem made = add(provider, offer("透射电镜观察"));
        assertThat(names("透射电镜")).isEmpty();

        Registration approved = year.approve(provider);
        assertThat(names("透射电镜")).containsExactly("透射电镜观察");
        assertThat(names("虚构仪器")).containsExactlyInAnyOrder("透射电镜观察", "晋阳虚构仪器馆");

        Registration renamed = year.write(session -> year.registrations.change(
                session, year.of(approved), approved.id(), 2, "晋阳改名馆", new Area("140000"), approved.profile()));
        assertThat(names("透射电镜")).isEmpty();
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> year.read(session -> search.get(session, made.id())));

        year.approve(renamed);
        assertThat(names("虚构仪器")).doesNotContain("透射电镜观察", "晋阳虚构仪器馆");
        assertThat(names("晋阳改名")).contains("透射电镜观察", "晋阳改名馆");
    }

    @Test
    void shouldFollowChanges_andTakeBackWhatIsWithdrawn() {
        Registration provider = year.approvedProvider("示例所二");
        ServiceItem made = add(provider, offer("旧称琥珀鉴定"));

        ServiceItem changed = change(provider, made, offer("新称珊瑚鉴定"), ServiceItem.State.OFFERED);
        assertThat(names("琥珀")).isEmpty();
        assertThat(names("珊瑚")).containsExactly("新称珊瑚鉴定");

        change(provider, changed, changed.offer(), ServiceItem.State.WITHDRAWN);
        assertThat(names("珊瑚")).isEmpty();
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> change(provider, made, made.offer(), ServiceItem.State.OFFERED))
                .matches(e -> e.code().equals("service.stale"));
    }

    @Test
    void shouldNotLetOneProviderTouch_whatAnotherOffers() {
        ServiceItem made = add(year.approvedProvider("示例所三"), offer("甲醇检测"));
        Actor enterprise = year.of(year.enterprise());

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(
                        () -> change(year.approvedProvider("示例所四"), made, made.offer(), ServiceItem.State.WITHDRAWN))
                .matches(e -> e.code().equals("access.none"));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> year.write(session -> offers.add(session, enterprise, made.offer())))
                .matches(e -> e.code().equals("access.role"));
    }

    /** What is searched for may begin and end anywhere: Chinese has no words to stop at. */
    @Test
    void shouldFindEveryService_byEveryPartOfItsName() {
        Registration provider = year.approvedProvider("示例所五");
        Random random = new Random(42);
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            int length = 2 + random.nextInt(8);
            StringBuilder name = new StringBuilder();
            random.ints(length, 0x4e00, 0x4e00 + 60).forEach(name::appendCodePoint);
            made.add(name.toString());
            add(provider, offer(name.toString()));
        }
        for (String name : made) {
            for (int from = 0; from < name.length() - 1; from++) {
                for (int to = from + 2; to <= name.length(); to++) {
                    assertThat(names(name.substring(from, to)))
                            .as(name + " by " + name.substring(from, to))
                            .contains(name);
                }
            }
        }
    }

    @Test
    void shouldFindByASingleCharacter_whereverItStands() {
        Registration provider = year.approvedProvider("示例所六");
        add(provider, offer("鼹鼠模型"));
        add(provider, offer("模型鼹"));

        assertThat(names("鼹")).containsExactlyInAnyOrder("鼹鼠模型", "模型鼹");
        assertThat(names("鼹%")).hasSize(2);
    }

    @Test
    void shouldNotMindWidthAndCase() {
        Registration provider = year.approvedProvider("示例所七");
        add(provider, offer("ＩＣＰ-MS 痕量"));

        assertThat(names("icp")).containsExactly("ＩＣＰ-MS 痕量");
        assertThat(names("ＭＳ")).containsExactly("ＩＣＰ-MS 痕量");
    }

    @Test
    void shouldPutTheBestFirst_thenTheNewest_andPageWithoutGaps() {
        Registration provider = year.approvedProvider("示例所八");
        for (int i = 0; i < 7; i++) {
            add(provider, offer("饕餮纹样" + i));
        }
        ServiceItem best = add(provider, offer("饕餮纹样拓片"));
        for (int i = 7; i < 12; i++) {
            add(provider, offer("饕餮纹样" + i));
        }

        List<String> found = names("饕餮纹样拓片");

        assertThat(found).hasSize(13).doesNotHaveDuplicates();
        assertThat(found.get(0)).isEqualTo(best.offer().name());
        assertThat(found.get(1)).isEqualTo("饕餮纹样11");
        assertThat(found.get(12)).isEqualTo("饕餮纹样0");
    }

    @Test
    void shouldNarrowByKindAndArea() {
        Registration provider = year.approvedProvider("示例所九");
        add(provider, offer("螭吻甲", ServiceCategory.DESIGN, "140105"));
        add(provider, offer("螭吻乙", ServiceCategory.TESTING, "140200"));
        add(provider, offer("螭吻丙", ServiceCategory.TESTING, "460105"));

        assertThat(names("螭吻", new Catalogue.Filter(Optional.of(ServiceCategory.TESTING), Optional.empty())))
                .containsExactly("螭吻丙", "螭吻乙");
        assertThat(names("螭吻", area("140000"))).containsExactly("螭吻乙", "螭吻甲");
        assertThat(names("螭吻", area("140100"))).containsExactly("螭吻甲");
        assertThat(names("螭吻", area("140106"))).isEmpty();
        assertThat(names("", area("460000"))).contains("螭吻丙").doesNotContain("螭吻甲");
    }

    @Test
    void shouldFindNothing_byPunctuationAlone_andRefuseAStrangeCursor() {
        assertThat(names("……？")).isEmpty();
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> year.read(
                        session -> search.search(session, "试验", ANY, new Page.Request(Optional.of("x' OR 1=1"), 5))))
                .matches(e -> e.reason().equals("cursor.format"));
    }

    private static Catalogue.Filter area(String code) {
        return new Catalogue.Filter(Optional.empty(), Optional.of(new Area(code)));
    }

    private List<String> names(String question) {
        return names(question, ANY);
    }

    /** What is found, page by page. */
    private List<String> names(String question, Catalogue.Filter filter) {
        List<String> names = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page.Request request = new Page.Request(after, 3);
            Page<Catalogue.Entry> page = year.read(session -> search.search(session, question, filter, request));
            page.items()
                    .forEach(entry -> names.add(entry.item()
                            .map(item -> item.offer().name())
                            .orElse(entry.provider().name())));
            after = page.next();
        } while (after.isPresent());
        return names;
    }

    private ServiceItem add(Registration provider, Offer offer) {
        return year.write(session -> offers.add(session, year.of(provider), offer));
    }

    private ServiceItem change(Registration provider, ServiceItem seen, Offer offer, ServiceItem.State state) {
        return year.write(
                session -> offers.change(session, year.of(provider), seen.id(), seen.version(), offer, state));
    }

    private static Offer offer(String name) {
        return offer(name, ServiceCategory.TESTING, "140100");
    }

    private static Offer offer(String name, ServiceCategory category, String area) {
        return new Offer(category, name, "", Optional.empty(), Optional.empty(), new Area(area));
    }
}
