package org.quanlian.policy.api.parameters;

import java.util.List;

/** A parameter file that is not complete and exact; the message names every key that is wrong, and why. */
public final class ParameterException extends RuntimeException {
    private final transient List<String> problems;

    /**
     * @param file name of the file
     * @param problems one line a problem, each beginning with the key
     */
    public ParameterException(String file, List<String> problems) {
        super(file + ": " + String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** One line a problem, each beginning with the key. */
    public List<String> problems() {
        return problems;
    }
}
