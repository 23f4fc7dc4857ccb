package org.quanlian.policy.engine;

import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.policy.api.Version;

/** A policy was asked for that is not on the node. */
public final class PolicyNotFoundException extends RuntimeException {
    private final transient Area province;
    private final int year;
    private final transient Optional<Version> version;

    /** There is no policy for that province and year. */
    public PolicyNotFoundException(Area province, int year) {
        super("there is no policy for " + province + "/" + year);
        this.province = province;
        this.year = year;
        this.version = Optional.empty();
    }

    /** There is no such version. */
    public PolicyNotFoundException(PolicyKey key) {
        super("there is no policy " + key);
        this.province = key.province();
        this.year = key.year();
        this.version = Optional.of(key.version());
    }

    /** The province asked for. */
    public Area province() {
        return province;
    }

    /** The year asked for. */
    public int year() {
        return year;
    }

    /** The version asked for, if one was. */
    public Optional<Version> version() {
        return version;
    }
}
