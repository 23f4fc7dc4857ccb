package org.quanlian.cli;

/** How a verb ended, for scripts; the launcher uses the same codes. */
public enum ExitCode {
    /** What was asked for was done. */
    DONE(0),
    /** It was tried and did not succeed. */
    FAILED(1),
    /** The arguments or the input make no sense. */
    BAD_INPUT(2),
    /** No node runs. */
    NOT_RUNNING(3),
    /** Something on this machine stands in the way, such as a port that is taken. */
    REFUSED(4);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The exit code of the process. */
    public int code() {
        return code;
    }
}
