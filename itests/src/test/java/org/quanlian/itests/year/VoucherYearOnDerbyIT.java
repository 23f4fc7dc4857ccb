package org.quanlian.itests.year;

import java.util.Map;

/** The year on the database that a node has without any setting. */
class VoucherYearOnDerbyIT extends VoucherYear {
    @Override
    Map<String, String> makeDatabase() {
        return Map.of();
    }

    @Override
    void removeDatabase() {
        // It lies in the node's own folder.
    }
}
