package org.quanlian.benchmarks.peers.drools;

import java.time.LocalDate;
import org.quanlian.benchmarks.peers.NoticeTerms;
import org.quanlian.benchmarks.peers.PeerRule;
import org.quanlian.model.Area;
import org.quanlian.model.Exclusion;
import org.quanlian.model.Invoice;
import org.quanlian.model.InvoiceNumber;
import org.quanlian.model.Money;
import org.quanlian.model.Payment;
import org.quanlian.model.Provider;
import org.quanlian.model.ProviderKind;
import org.quanlian.model.ProviderLevel;
import org.quanlian.model.Service;
import org.quanlian.model.ServiceMaterial;
import org.quanlian.policy.api.AgreementDescriptor;

/** A service as a bean whose getters the rules ask, and the sheet on which they record what they find. */
public final class ServiceFacts extends FindingSheet {
    private final Service service;
    private final Told nationwide;
    private final InvoiceNumber repeatedInvoice;
    private final AgreementDescriptor agreement;
    private final Told discredited;
    private final Told affiliated;
    private final Told onSharingPlatform;
    private final Told inVoucherSystem;
    private int counting;
    private int other;
    private long supportable;
    private long carriedOver;
    private boolean boundByContract;

    /**
     * A service with what only its claim knows.
     *
     * @param nationwide whether its applicant may buy anywhere, if its qualifications tell
     * @param repeatedInvoice an invoice that was used before in the claim, or null
     * @param agreement the agreement without which its provider would not be admitted, or null
     */
    ServiceFacts(Service service, Told nationwide, InvoiceNumber repeatedInvoice, AgreementDescriptor agreement) {
        super(PeerRule.ABOUT_SERVICE);
        this.service = service;
        this.nationwide = nationwide;
        this.repeatedInvoice = repeatedInvoice;
        this.agreement = agreement;
        Provider provider = service.provider();
        this.discredited = Told.of(provider.discredited());
        this.affiliated = Told.of(provider.affiliated());
        this.onSharingPlatform = Told.of(provider.onSharingPlatform());
        this.inVoucherSystem = Told.of(provider.inVoucherSystem());
        addUp();
    }

    private void addUp() {
        boolean invoiced = service.invoices().isKnown();
        long inPeriod = 0;
        long later = 0;
        if (invoiced) {
            for (Invoice invoice : service.invoices().value()) {
                LocalDate issued = invoice.issuedOn();
                if (issued.isBefore(NoticeTerms.FIRST_OF_PERIOD) || issued.isAfter(NoticeTerms.LAST_OF_CARRY_OVER)) {
                    other++;
                } else if (issued.isAfter(NoticeTerms.LAST_OF_PERIOD)) {
                    later += invoice.amount().fen();
                    counting++;
                } else {
                    inPeriod += invoice.amount().fen();
                    counting++;
                }
            }
        }
        boolean paymentsTold = service.payments().isKnown();
        long paid = 0;
        if (paymentsTold) {
            for (Payment payment : service.payments().value()) {
                paid += payment.amount().fen();
            }
        }
        long base = Math.min(paymentsTold ? paid : Long.MAX_VALUE, invoiced ? inPeriod : Long.MAX_VALUE);
        long least = service.contract().amount().isPresent()
                ? Math.min(base, service.contract().amount().get().fen())
                : base;
        boundByContract = base != Long.MAX_VALUE && least < base;
        supportable = least == Long.MAX_VALUE ? 0 : Math.max(0, least);
        carriedOver = Math.max(0, later);
        if (paymentsTold) {
            carriedOver = Math.min(paid - supportable, carriedOver);
        }
    }

    public boolean isCategoryTold() {
        return service.category().isKnown();
    }

    public int getCountingInvoices() {
        return counting;
    }

    public int getOtherInvoices() {
        return other;
    }

    public boolean isExclusionTold() {
        return service.exclusion().isKnown();
    }

    /** The reason that excludes the service, or null when none was told. */
    public Exclusion getExclusion() {
        return service.exclusion().isKnown() ? service.exclusion().value().orElse(null) : null;
    }

    /** An invoice that was used before in the claim, or null. */
    public InvoiceNumber getRepeatedInvoice() {
        return repeatedInvoice;
    }

    /** Where the provider is registered, or null. */
    public Area getArea() {
        return service.provider().area().orElse(null);
    }

    /** The code of the province where the provider is registered, or null. */
    public String getProvince() {
        return service.provider().area().isKnown()
                ? service.provider().area().value().code().substring(0, 2)
                : null;
    }

    public Told getNationwide() {
        return nationwide;
    }

    /** The agreement without which the provider would not be admitted, or null. */
    public AgreementDescriptor getAgreement() {
        return agreement;
    }

    /** What the provider is, or null. */
    public ProviderKind getKind() {
        return service.provider().kind().orElse(null);
    }

    /** Which level of government recognised the provider, or null. */
    public ProviderLevel getLevel() {
        return service.provider().level().orElse(null);
    }

    public Told getDiscredited() {
        return discredited;
    }

    public Told getOnSharingPlatform() {
        return onSharingPlatform;
    }

    public Told getInVoucherSystem() {
        return inVoucherSystem;
    }

    public Told getAffiliated() {
        return affiliated;
    }

    public boolean isSpent() {
        return supportable != 0 || carriedOver != 0;
    }

    public Money getSupportable() {
        return new Money(supportable);
    }

    public Money getCarriedOver() {
        return new Money(carriedOver);
    }

    public boolean isBoundByContract() {
        return boundByContract;
    }

    /** The price that the contract says. */
    public Money getAgreed() {
        return service.contract().amount().orElseThrow();
    }

    public boolean isPaid() {
        return service.payments().isKnown() && !service.payments().value().isEmpty();
    }

    public boolean isContractPaper() {
        return service.materials().contains(ServiceMaterial.CONTRACT);
    }

    public boolean isInvoicePaper() {
        return service.materials().contains(ServiceMaterial.INVOICE);
    }

    public boolean isPaymentProof() {
        return service.materials().contains(ServiceMaterial.PAYMENT_PROOF);
    }

    public boolean isServiceResult() {
        return service.materials().contains(ServiceMaterial.SERVICE_RESULT);
    }

    String id() {
        return service.id();
    }

    long supportableFen() {
        return supportable;
    }

    long carriedOverFen() {
        return carriedOver;
    }
}
