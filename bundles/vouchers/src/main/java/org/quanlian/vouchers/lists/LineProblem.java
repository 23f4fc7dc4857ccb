package org.quanlian.vouchers.lists;

import org.quanlian.policy.api.LocalizedText;

/**
 * What is wrong with a line of a list.
 *
 * @param line where it stands in the file; 0 for the file as a whole
 * @param column heading of the column; empty for the line as a whole
 * @param text what is wrong and what to do
 */
public record LineProblem(long line, String column, LocalizedText text) {}
