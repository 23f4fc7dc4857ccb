package org.quanlian.vouchers.orders;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quanlian.model.Contract;
import org.quanlian.model.Exclusion;
import org.quanlian.model.Invoice;
import org.quanlian.model.Payment;
import org.quanlian.model.ServiceMaterial;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.documents.StoredDocument;

/**
 * What an applicant proves a service by (服务证明材料), notice section 四（三）.
 *
 * @param exclusion why vouchers do not support it, as the applicant declares; empty when it declares that no reason
 *     applies
 * @param contract its contract, as written there
 * @param invoices its invoices, with those in red letters
 * @param payments what was paid
 * @param attachments the papers
 */
public record Evidence(
        Optional<Exclusion> exclusion,
        Contract contract,
        List<Invoice> invoices,
        List<Payment> payments,
        List<Attachment> attachments) {
    /** The most papers that one order may have. */
    public static final int MAX_ATTACHMENTS = 50;

    public Evidence {
        Objects.requireNonNull(exclusion, "exclusion");
        Objects.requireNonNull(contract, "contract");
        invoices = List.copyOf(invoices);
        payments = List.copyOf(payments);
        attachments = List.copyOf(attachments);
    }

    /** The kinds of papers that are there. */
    public Set<ServiceMaterial> materials() {
        return attachments.stream()
                .map(Attachment::material)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ServiceMaterial.class)));
    }

    /** The names of the papers. */
    public Set<Id<StoredDocument>> documents() {
        return attachments.stream().map(Attachment::document).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * One paper.
     *
     * @param material as what it stands here
     * @param document the paper
     */
    public record Attachment(ServiceMaterial material, Id<StoredDocument> document) {
        public Attachment {
            Objects.requireNonNull(material, "material");
            Objects.requireNonNull(document, "document");
        }
    }
}
