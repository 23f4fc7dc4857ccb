package org.quanlian.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.quanlian.vouchers.accounts.Account;

/** An uploaded invoice over HTTP: what it says, beside what was typed; every answer is held to the document. */
@ExtendWith(VoucherNode.Shared.class)
class InvoiceReadingTest {
    private static final String INVOICE =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <EInvoice><EInvoiceData><SellerInformation><SellerName>山西示例检测有限公司</SellerName></SellerInformation>
            <BasicInformation><TotalTax-includedAmount>120000.00</TotalTax-includedAmount></BasicInformation></EInvoiceData>
            <TaxSupervisionInfo><InvoiceNumber>25142000000000000001</InvoiceNumber>
            <IssueTime>2025-03-10</IssueTime></TaxSupervisionInfo></EInvoice>
            """;

    private final VoucherNode node;
    private final Account enterprise;

    InvoiceReadingTest(VoucherNode node) {
        this.node = node;
        enterprise = node.accounts().enterprise(new ClaimPeople(node).enterprise());
    }

    @Test
    void shouldTellWhatTheInvoiceSays_andMarkWhatWasTypedOtherwise() throws IOException {
        String document = upload("INVOICE", INVOICE);

        JsonNode read = json(node.get(
                enterprise, document + "/invoice?number=25142000000000000001&issuedOn=2025-03-11&amount=12000.00"));

        assertThat(read.get("dialect").asText()).isEqualTo("TAX_AUTHORITY_XML");
        assertThat(read.get("readings").findValuesAsText("field"))
                .containsExactly("NUMBER", "ISSUED_ON", "SELLER_NAME", "AMOUNT_WITH_TAX");
        assertThat(read.get("readings").findValuesAsText("place"))
                .contains("/EInvoice/TaxSupervisionInfo/InvoiceNumber");
        assertThat(read.get("differences").findValuesAsText("field")).containsExactly("ISSUED_ON", "AMOUNT_WITH_TAX");
        assertThat(read.at("/differences/0/typed").asText()).isEqualTo("2025-03-11");
        assertThat(json(node.get(enterprise, document + "/invoice")).get("differences"))
                .as("nothing was typed")
                .isEmpty();
    }

    @Test
    void shouldSayThatItUnderstandsNothing_insteadOfFailing() throws IOException {
        JsonNode read = json(node.get(enterprise, upload("INVOICE", "<?xml version=\"1.0\"?><letter/>") + "/invoice"));

        assertThat(read.get("dialect").isNull()).isTrue();
        assertThat(read.get("readings")).isEmpty();
    }

    @Test
    void shouldReadInvoicesAlone_forThoseWhomTheyConcern() throws IOException {
        HttpResponse<String> contract = node.get(enterprise, upload("CONTRACT", INVOICE) + "/invoice");
        assertThat(contract.statusCode()).isEqualTo(409);
        assertThat(new ObjectMapper().readTree(contract.body()).get("code").asText())
                .isEqualTo("invoice.purpose");

        String document = upload("INVOICE", INVOICE);
        Account other = node.accounts().enterprise(new ClaimPeople(node).enterprise());
        assertThat(node.get(other, document + "/invoice").statusCode()).isEqualTo(404);
        assertThat(node.get(enterprise, document + "/invoice?amount=12e3").statusCode())
                .isEqualTo(400);
        assertThat(node.get(enterprise, document + "/invoice?issuedOn=yesterday")
                        .statusCode())
                .isEqualTo(400);
    }

    private String upload(String purpose, String text) {
        HttpResponse<String> uploaded = node.upload(
                enterprise,
                "/api/v1/documents?purpose=" + purpose + "&name=invoice.xml",
                text.getBytes(StandardCharsets.UTF_8));
        assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(201);
        return uploaded.headers().firstValue("Location").orElseThrow();
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }
}
