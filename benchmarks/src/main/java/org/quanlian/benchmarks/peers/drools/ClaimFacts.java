package org.quanlian.benchmarks.peers.drools;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.quanlian.benchmarks.peers.PeerRule;
import org.quanlian.benchmarks.peers.SizeTable;
import org.quanlian.model.Area;
import org.quanlian.model.Claim;
import org.quanlian.model.ClaimMaterial;
import org.quanlian.model.Fact;
import org.quanlian.model.Money;
import org.quanlian.model.Party;
import org.quanlian.model.Qualification;
import org.quanlian.model.QualificationType;
import org.quanlian.model.SizeClass;

/** A claim as a bean whose getters the rules ask, and the sheet on which they record what they find. */
public final class ClaimFacts extends FindingSheet {
    private static final Set<QualificationType> BY_SIZE =
            EnumSet.of(QualificationType.HIGH_TECH, QualificationType.SPECIALISED_SME);
    private static final Set<QualificationType> ANYHOW = EnumSet.complementOf(EnumSet.copyOf(BY_SIZE));

    private final Claim claim;
    private final LocalDate day;
    private final Told legalPerson;
    private final Told discredited;
    private final boolean qualifiedAnyhow;
    private final boolean qualifiedBySize;
    private final boolean tenant;
    private final SizeClass size;

    ClaimFacts(Claim claim, LocalDate day) {
        super(PeerRule.ABOUT_CLAIM);
        this.claim = claim;
        this.day = day;
        this.legalPerson = claim.applicant().party() instanceof Party.Enterprise enterprise
                ? Told.of(enterprise.independentLegalPerson())
                : Told.MISSING;
        this.discredited = Told.of(claim.applicant().discredited());
        EnumSet<QualificationType> held = EnumSet.noneOf(QualificationType.class);
        for (Qualification qualification : claim.applicant().qualifications().orElse(List.of())) {
            if (qualification.validity().includes(day)) {
                held.add(qualification.type());
            }
        }
        this.tenant = held.contains(QualificationType.JINCHUANGGU_TENANT);
        this.qualifiedAnyhow = held.stream().anyMatch(ANYHOW::contains);
        this.qualifiedBySize = held.stream().anyMatch(BY_SIZE::contains);
        this.size = SizeTable.classOf(claim.applicant().scale());
    }

    /** Where the applicant is registered, or null. */
    public Area getArea() {
        return claim.applicant().area().orElse(null);
    }

    /** The code of the province where the applicant is registered, or null. */
    public String getProvince() {
        return claim.applicant().area().isKnown()
                ? claim.applicant().area().value().code().substring(0, 2)
                : null;
    }

    public boolean isTeam() {
        return claim.applicant().party() instanceof Party.Team;
    }

    public Told getLegalPerson() {
        return legalPerson;
    }

    /** The name of the company that files for a team, or null. */
    public String getHost() {
        return claim.applicant().party() instanceof Party.Team team
                        && team.host().isKnown()
                ? team.host().value().name()
                : null;
    }

    public boolean isResearchTold() {
        return claim.applicant().researchSpending().isKnown();
    }

    /** Own spending on research, 0 when it was not told. */
    public long getResearchFen() {
        return claim.applicant().researchSpending().orElse(Money.ZERO).fen();
    }

    public Told getDiscredited() {
        return discredited;
    }

    public boolean isQualificationsTold() {
        return claim.applicant().qualifications().isKnown();
    }

    public boolean isQualifiedAnyhow() {
        return qualifiedAnyhow;
    }

    public boolean isQualifiedBySize() {
        return qualifiedBySize;
    }

    public boolean isTenant() {
        return tenant;
    }

    /** Whether the applicant may buy anywhere, if its qualifications tell. */
    Told nationwide() {
        if (!isQualificationsTold()) {
            return Told.MISSING;
        }
        return tenant ? Told.YES : Told.NO;
    }

    /** The size class, or null when the figures do not tell. */
    public SizeClass getSize() {
        return size;
    }

    public boolean isSuspensionTold() {
        return claim.applicant().suspendedUntil().isKnown();
    }

    /** The last day of a suspension, or null. */
    public LocalDate getSuspendedUntil() {
        return claim.applicant().suspendedUntil().isKnown()
                ? claim.applicant().suspendedUntil().value().orElse(null)
                : null;
    }

    public LocalDate getDay() {
        return day;
    }

    public Instant getAsOf() {
        return claim.asOf();
    }

    public boolean isQualificationProof() {
        return claim.materials().contains(ClaimMaterial.QUALIFICATION_PROOF);
    }

    public boolean isNonAffiliation() {
        return claim.materials().contains(ClaimMaterial.NON_AFFILIATION_COMMITMENT);
    }

    public boolean isBusinessLicence() {
        return claim.materials().contains(ClaimMaterial.BUSINESS_LICENCE);
    }

    public boolean isLegalRepresentativeId() {
        return claim.materials().contains(ClaimMaterial.LEGAL_REPRESENTATIVE_ID);
    }

    Fact<Money> grantedThisYear() {
        return claim.grantedThisYear();
    }
}
