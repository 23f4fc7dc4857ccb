package org.quanlian.cli;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quanlian.model.Area;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.policy.api.Version;

/**
 * How a person names a policy: {@code 140000/2025}, or {@code 140000/2025/1.0.0} for exactly one version.
 *
 * @param province the province
 * @param year the year
 * @param version the version, if one is named
 */
public record PolicyName(Area province, int year, Optional<Version> version) {
    private static final Pattern FORM = Pattern.compile("(\\d{6})/(\\d{4})(?:/(\\d+\\.\\d+\\.\\d+))?");

    /**
     * Reads a name.
     *
     * @throws UsageException when the text is not one
     */
    public static PolicyName parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (matcher.matches()) {
            try {
                Optional<Version> version =
                        Optional.ofNullable(matcher.group(3)).map(Version::parse);
                PolicyKey key = new PolicyKey(
                        new Area(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        version.orElse(new Version(0, 0, 0)));
                return new PolicyName(key.province(), key.year(), version);
            } catch (IllegalArgumentException e) {
                throw new UsageException(CliTexts.of("policy.name", text));
            }
        }
        throw new UsageException(CliTexts.of("policy.name", text));
    }

    /** Whether a version goes by this name. */
    public boolean fits(PolicyKey key) {
        return key.province().equals(province)
                && key.year() == year
                && version.map(key.version()::equals).orElse(true);
    }

    /** The name of exactly one version. */
    public static PolicyName of(PolicyKey key) {
        return new PolicyName(key.province(), key.year(), Optional.of(key.version()));
    }

    @Override
    public String toString() {
        return province + "/" + year + version.map(exact -> "/" + exact).orElse("");
    }
}
