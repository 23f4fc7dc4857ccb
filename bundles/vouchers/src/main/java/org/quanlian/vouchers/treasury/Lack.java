package org.quanlian.vouchers.treasury;

import org.quanlian.model.Money;

/**
 * What is missing for an amount to be committed; nothing of one of them when that one is enough.
 *
 * @param province what the province's budget lacks
 * @param city what the city's budget lacks
 * @param cap by how much the applicant's cap would be exceeded
 */
record Lack(Money province, Money city, Money cap) {}
