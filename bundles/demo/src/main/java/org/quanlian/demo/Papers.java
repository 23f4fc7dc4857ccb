package org.quanlian.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.documents.DocumentPurpose;
import org.quanlian.vouchers.documents.Documents;
import org.quanlian.vouchers.documents.KeptContent;
import org.quanlian.vouchers.documents.StoredDocument;

/** Uploads documents that say that they are examples: one small content for each purpose, which all documents share. */
final class Papers {
    private static final String TYPE = "application/pdf";
    private static final Map<DocumentPurpose, String> NAMES = Map.of(
            DocumentPurpose.CONTRACT, "服务合同（示例）.pdf",
            DocumentPurpose.INVOICE, "发票（示例）.pdf",
            DocumentPurpose.PAYMENT_PROOF, "付款凭证（示例）.pdf",
            DocumentPurpose.SERVICE_RESULT, "服务结果（示例）.pdf",
            DocumentPurpose.QUALIFICATION_PROOF, "资格证明（示例）.pdf",
            DocumentPurpose.NON_AFFILIATION_COMMITMENT, "无关联承诺书（示例）.pdf",
            DocumentPurpose.BUSINESS_LICENCE, "营业执照（示例）.pdf",
            DocumentPurpose.LEGAL_REPRESENTATIVE_ID, "法定代表人身份证明（示例）.pdf");

    private final Documents documents;
    private final Map<DocumentPurpose, KeptContent> contents = new EnumMap<>(DocumentPurpose.class);

    Papers(Documents documents) {
        this.documents = documents;
    }

    /** Takes in the contents, for the first who uploads; no transaction is open meanwhile. */
    void receive(Stage stage, Actor first) {
        NAMES.keySet().stream().sorted().forEach(purpose -> {
            Documents.Upload upload =
                    stage.write(session -> documents.begin(session, first, purpose, NAMES.get(purpose), TYPE));
            try {
                contents.put(purpose, documents.receive(upload, new ByteArrayInputStream(pdf(purpose.name()))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Uploads one. */
    Id<StoredDocument> upload(Session session, Actor actor, DocumentPurpose purpose) {
        Documents.Upload upload = documents.begin(session, actor, purpose, NAMES.get(purpose), TYPE);
        return documents.finish(session, actor, upload, contents.get(purpose)).id();
    }

    /** A page that says what it is an example of. */
    private static byte[] pdf(String title) {
        String text = "BT /F1 20 Tf 72 720 Td (EXAMPLE - NOT A REAL DOCUMENT: " + title + ") Tj ET";
        List<String> objects = List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
                "<</Length " + text.length() + ">>stream\n" + text + "\nendstream",
                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        StringBuilder table = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append("%010d 00000 n \n".formatted(pdf.length()));
            pdf.append(i + 1).append(" 0 obj").append(objects.get(i)).append("endobj\n");
        }
        int start = pdf.length();
        pdf.append(table)
                .append("trailer<</Size 6/Root 1 0 R>>\nstartxref\n")
                .append(start)
                .append("\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
