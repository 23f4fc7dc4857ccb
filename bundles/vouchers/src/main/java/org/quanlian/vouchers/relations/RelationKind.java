package org.quanlian.vouchers.relations;

/** What ties one party to another. */
public enum RelationKind {
    /** Holds a share of it (持股). */
    HOLDING,
    /** Is its legal representative (法定代表人). */
    LEGAL_REPRESENTATIVE,
    /** Holds a leading post in it (董事、监事、高级管理人员). */
    EXECUTIVE,
    /** It belongs to the other as its superior body or owner (隶属). */
    SUBORDINATE
}
