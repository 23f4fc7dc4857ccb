package org.quanlian.vouchers.access;

/** What an account is for (角色). */
public enum Role {
    /** A firm or team that buys services (企业). */
    ENTERPRISE,
    /** An institution that renders services (服务机构). */
    PROVIDER,
    /** A platform company whose tenants' teams it files for (平台企业). */
    HOST,
    /** A first-review body: it sees its own city alone (市级初审单位). */
    CITY_REVIEWER,
    /** The provincial sharing centre (省共享中心). */
    SHARING_CENTRE,
    /** An expert: it sees what it is assigned (评审专家). */
    EXPERT,
    /** The provincial department (省科技厅). */
    DEPARTMENT,
    /** The node of a partner province (伙伴节点). */
    PARTNER_NODE,
    /** Reads everything and changes nothing (审计). */
    AUDITOR,
    /** Runs the node and its accounts, and reads no claims (运维). */
    OPERATOR;

    /** Whether its accounts act for an organisation that registered. */
    public boolean actsForOrganisation() {
        return this == ENTERPRISE || this == PROVIDER || this == HOST;
    }
}
