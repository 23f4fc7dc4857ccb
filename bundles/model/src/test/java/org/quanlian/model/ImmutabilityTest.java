package org.quanlian.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Records keep their own copy of each list and set, so nobody can change a value after it checked itself. */
class ImmutabilityTest {
    @Test
    void shouldNotSeeServicesAddedLater() {
        List<Service> given = new ArrayList<>(List.of(Samples.service("s1")));
        Claim claim = Samples.claim(given);

        given.add(Samples.service("s1"));

        assertThat(claim.services()).hasSize(1);
        assertThatThrownBy(() -> claim.services().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void shouldNotSeeClaimMaterialsAddedLater() {
        Set<ClaimMaterial> given = EnumSet.of(ClaimMaterial.BUSINESS_LICENCE);
        Claim claim = Samples.claim(Samples.NOON, Fact.missing(), given, List.of(Samples.service("s1")));

        given.add(ClaimMaterial.QUALIFICATION_PROOF);

        assertThat(claim.materials()).containsExactly(ClaimMaterial.BUSINESS_LICENCE);
        assertThatThrownBy(() -> claim.materials().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void shouldNotSeeInvoicesPaymentsOrMaterialsAddedLater() {
        List<Invoice> invoices = new ArrayList<>(List.of(Samples.INVOICE));
        List<Payment> payments = new ArrayList<>(List.of(Samples.PAYMENT));
        Set<ServiceMaterial> materials = EnumSet.of(ServiceMaterial.CONTRACT);
        Service service = Samples.service("s1", Fact.of(invoices), Fact.of(payments), materials);

        invoices.add(Samples.INVOICE);
        payments.add(Samples.PAYMENT);
        materials.add(ServiceMaterial.INVOICE);

        assertThat(service.invoices().value()).hasSize(1);
        assertThat(service.payments().value()).hasSize(1);
        assertThat(service.materials()).containsExactly(ServiceMaterial.CONTRACT);
        assertThatThrownBy(() -> service.invoices().value().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> service.payments().value().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> service.materials().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void shouldNotSeeQualificationsAddedLater() {
        List<Qualification> given = new ArrayList<>(List.of(Samples.QUALIFICATION));
        Applicant applicant = Samples.applicant(Fact.of(given));

        given.add(Samples.QUALIFICATION);

        assertThat(applicant.qualifications().value()).hasSize(1);
        assertThatThrownBy(() -> applicant.qualifications().value().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void shouldNotSeeArgumentsOfARefusalChangedLater() {
        Object[] given = {"s1"};
        InvalidValueException refusal = new InvalidValueException("service.id", "two services have the id s1", given);

        given[0] = "s2";

        assertThat(refusal.arguments()).containsExactly("s1");
    }
}
