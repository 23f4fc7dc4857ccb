package org.quanlian.documents.internal.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;
import org.quanlian.documents.internal.Samples;

/** Papers as PDF: what a reader and a printer get. */
class PdfPrinterTest {
    private static final String FIRM = "太原示例新材料科技有限公司";
    private static final int MAX_FORM_BYTES = 300_000;
    private static final float A4_TOLERANCE = 1;

    @Test
    void shouldTellOnTheForm_whatWasFiled() {
        String text = Pages.text(Pages.print(Samples.application(FIRM, 3)));

        assertThat(text)
                .contains("山西省科技创新券兑现申请表", "2025年度", "140100-2025-000123", "2025年7月1日 10:05")
                .contains(FIRM, Samples.USCC.toString(), "太原市科技局", "国家高新技术企业", "GR202414000123")
                .contains("测试检测", "合同 示例-2025-001", "120,000.00", "25142000000000000003")
                .contains("360,000.00", "180,000.00", "人民币壹拾捌万元整", "90,000.00")
                .contains("1. 服务合同", "已上传（3/3 项服务）", "8. 法定代表人身份证")
                .contains("法定代表人（签字）", "（盖章）", "第 1 页 共 2 页", "第 2 页 共 2 页");
    }

    @Test
    void shouldTellOnTheStatement_eachFindingWithItsClause_andOfficesWithoutNames() {
        String text = Pages.text(Pages.print(Samples.decision(FIRM, 2)));

        assertThat(text)
                .contains("核定说明", "符合兑现条件", "人民币壹拾贰万元整")
                .contains("发票没有重复使用", "五（三）", "服务 2：科学数据", "予以支持")
                .contains("初审单位", "材料齐全，发票与合同、支付凭证一致，同意推荐。")
                .doesNotContain("张三", "李四");
    }

    @Test
    void shouldSayThatThereAreNoFindings_whenThereAreNone() {
        assertThat(Pages.text(Pages.print(Samples.decisionWithoutFindings(FIRM))))
                .contains("没有核验项。");
    }

    @Test
    void shouldListClaims_withTheirSumInCapitals() {
        assertThat(Pages.text(Pages.print(Samples.recommendations(FIRM, 50))))
                .contains("推荐名单", "140100-2025-000050", "3,000,012.75", "人民币叁佰万零壹拾贰元柒角伍分", "共 3 页");
        assertThat(Pages.text(Pages.print(Samples.notice(FIRM, 8))))
                .contains("拟兑现名单公示", "公示期：2025年9月26日 至 2025年10月10日", "已撤下");
        assertThat(Pages.text(Pages.print(Samples.allocation(FIRM, 2))))
                .contains("资金下达明细", "示例财教〔2025〕1号", "25,000.01", "50,000.03");
    }

    @Test
    void shouldBeA4_forBothSides_withTitleAndLanguage() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(Pages.print(Samples.application(FIRM, 3)))) {
            for (PDPage page : pdf.getPages()) {
                assertThat(page.getMediaBox().getWidth())
                        .isCloseTo(PDRectangle.A4.getWidth(), org.assertj.core.data.Offset.offset(A4_TOLERANCE));
                assertThat(page.getMediaBox().getHeight())
                        .isCloseTo(PDRectangle.A4.getHeight(), org.assertj.core.data.Offset.offset(A4_TOLERANCE));
            }
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
            assertThat(pdf.getDocumentCatalog()
                            .getViewerPreferences()
                            .getCOSObject()
                            .getNameAsString(COSName.getPDFName("Duplex")))
                    .isEqualTo("DuplexFlipLongEdge");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("山西省科技创新券兑现申请表");
            assertThat(pdf.getDocumentInformation().getCreationDate().toInstant())
                    .as("when it was filed, not when it was printed")
                    .isEqualTo(Instant.parse("2025-07-01T02:05:00Z"));
            assertThat(new String(
                            pdf.getDocumentCatalog().getMetadata().toByteArray(),
                            java.nio.charset.StandardCharsets.UTF_8))
                    .contains("<pdfaid:part>2<", "<xmp:CreateDate>2025-07-01T10:05:00+08:00<");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
        }
    }

    @Test
    void shouldEmbedNoMoreOfItsFontThanItUses() throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        try (PDDocument pdf = Loader.loadPDF(Pages.print(Samples.application(FIRM, 3)))) {
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name));
                }
            }
        }

        assertThat(fonts).isNotEmpty().allSatisfy(font -> {
            assertThat(font.isEmbedded()).isTrue();
            assertThat(font.getName()).matches("[A-Z]{6}\\+NotoSansSC.*");
        });
    }

    @Test
    void shouldBeTheSameBytes_forTheSameClaim_andOthersForAnother() {
        byte[] form = Pages.print(Samples.application(FIRM, 3));

        assertThat(Pages.print(Samples.application(FIRM, 3))).isEqualTo(form);
        assertThat(Pages.print(Samples.application(FIRM, 4))).isNotEqualTo(form);
    }

    @Test
    void shouldStaySmall_andKeepALongNameAndTwentyServices() {
        String name = "山西综改示范区示例高性能先进复合材料与智能装备联合研发（太原）创新科技股份有限公司第二分公司";

        byte[] form = Pages.print(Samples.application(name, 20));

        assertThat(form.length).isLessThan(MAX_FORM_BYTES);
        assertThat(Pages.count(form)).isEqualTo(4);
        assertThat(Pages.text(form)).contains(name, "25142000000000000020", "2,400,000.00");
    }

    @Test
    void shouldShowMarkupInNamesAsItIs_andFetchNothing() {
        String name = "<img src=\"file:///etc/passwd\"/></td><script>&amp;{0}]]>公司";

        assertThat(Pages.text(Pages.print(Samples.application(name, 1)))).contains(name);
    }

    @Test
    void shouldTellWhichCharactersTheFontDoesNotHave_andTurnNoNameAround() {
        String text = Pages.text(Pages.print(Samples.notice("䶮\uD869\uDEA5\u202E示例\u0007公司", 1)));

        assertThat(text).contains("䶮〓示例公司", "〓 代表字库以外的字，依次为 U+2A6A5。");
    }
}
