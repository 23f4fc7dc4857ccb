package org.quanlian.vouchers.documents;

/** Which documents there are, as it is kept. */
public interface DocumentIndex {}
