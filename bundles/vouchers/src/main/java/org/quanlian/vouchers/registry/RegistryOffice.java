package org.quanlian.vouchers.registry;

import org.quanlian.vouchers.Platform;
import org.quanlian.vouchers.accounts.AccountOpening;
import org.quanlian.vouchers.catalogue.CatalogueSearch;
import org.quanlian.vouchers.catalogue.ServiceOffers;
import org.quanlian.vouchers.lists.ListImports;
import org.quanlian.vouchers.lists.ListReader;
import org.quanlian.vouchers.relations.RelationDeclarations;

/**
 * The use cases of registration, catalogue, lists and relations, put together.
 *
 * @param registrations registers organisations
 * @param decisions what the sharing centre decides about registrations
 * @param prefills proposes what lists know
 * @param relations declares relations
 * @param offers what providers do with their services
 * @param search finds providers and services
 * @param listReader reads lists
 * @param lists imports lists
 * @param facts what is known of applicants and providers
 * @param personKeys names people without their numbers
 */
public record RegistryOffice(
        Registrations registrations,
        RegistrationDecisions decisions,
        Prefills prefills,
        RelationDeclarations relations,
        ServiceOffers offers,
        CatalogueSearch search,
        ListReader listReader,
        ListImports lists,
        RegisteredFacts facts,
        PersonKeys personKeys) {
    /** The use cases on a platform. */
    public static RegistryOffice of(Platform platform, AccountOpening accounts, RegistrySettings settings) {
        return new RegistryOffice(
                new Registrations(platform.clock(), platform.ids(), accounts),
                new RegistrationDecisions(platform.clock()),
                new Prefills(platform.clock()),
                new RelationDeclarations(platform.clock()),
                new ServiceOffers(platform.ids()),
                new CatalogueSearch(),
                new ListReader(platform.personKeys()),
                new ListImports(platform.clock(), platform.ids()),
                new KnownFacts(settings),
                platform.personKeys());
    }
}
