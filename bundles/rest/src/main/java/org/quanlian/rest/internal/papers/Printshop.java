package org.quanlian.rest.internal.papers;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.quanlian.vouchers.invoices.InvoiceReader;
import org.quanlian.vouchers.papers.PaperPress;

/**
 * What papers are printed and read with; a node serves without it, and says so where it is asked for.
 *
 * @param press prints papers, while it is there
 * @param invoices reads invoices, while it is there
 */
public record Printshop(Supplier<Optional<PaperPress>> press, Supplier<Optional<InvoiceReader>> invoices) {
    public Printshop {
        Objects.requireNonNull(press, "press");
        Objects.requireNonNull(invoices, "invoices");
    }
}
