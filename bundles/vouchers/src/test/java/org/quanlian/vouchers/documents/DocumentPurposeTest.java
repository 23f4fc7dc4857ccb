package org.quanlian.vouchers.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.quanlian.model.ClaimMaterial;
import org.quanlian.model.ServiceMaterial;

class DocumentPurposeTest {
    @Test
    void shouldKnowAPurpose_forEveryPaperOfTheNotice() {
        assertThat(Arrays.stream(ServiceMaterial.values()).map(DocumentPurpose::of))
                .doesNotHaveDuplicates();
        assertThat(Arrays.stream(ClaimMaterial.values()).map(DocumentPurpose::of))
                .doesNotHaveDuplicates();
        assertThat(DocumentPurpose.of(ClaimMaterial.LEGAL_REPRESENTATIVE_ID).isPersonal())
                .isTrue();
        assertThat(Arrays.stream(ServiceMaterial.values()).map(DocumentPurpose::of))
                .noneMatch(DocumentPurpose::isPersonal);
    }

    @Test
    void shouldTakeADeclaredType_onlyByOneOfItsNames() {
        assertThat(DocumentType.OFD.mayBeDeclaredAs("application/zip")).isTrue();
        assertThat(DocumentType.XML.mayBeDeclaredAs("text/xml; charset=UTF-8")).isTrue();
        assertThat(DocumentType.PDF.mayBeDeclaredAs("")).isTrue();
        assertThat(DocumentType.PDF.mayBeDeclaredAs("text/xml")).isFalse();
    }
}
