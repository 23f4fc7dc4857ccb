package org.quanlian.vouchers.orders;

import java.util.List;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Subject;
import org.quanlian.vouchers.documents.DocumentConcern;
import org.quanlian.vouchers.documents.StoredDocument;

/** The papers of an order concern both its sides, the city, and the experts of the claim that holds its voucher. */
public final class OrderDocuments implements DocumentConcern {
    @Override
    public List<Subject> of(Session session, StoredDocument document) {
        return session.orders().provedBy(document.id()).stream()
                .map(order -> order.subject(OrderMoves.experts(session, order)))
                .toList();
    }
}
