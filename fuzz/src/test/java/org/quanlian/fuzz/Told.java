package org.quanlian.fuzz;

import java.util.List;
import org.quanlian.model.InvalidValueException;
import org.quanlian.policy.api.parameters.ParameterException;
import org.quanlian.rest.internal.http.ProblemException;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.wire.FieldError;
import org.quanlian.wire.InvalidRequestException;

/** What a stranger may be told: the refusals that are documented, in texts that no JSON or log is broken by. */
public final class Told {
    private static final int MAX_ERRORS = 1_001;

    private Told() {}

    /** Something that reads. */
    public interface Reading {
        /** Reads. */
        void run() throws Exception;
    }

    /**
     * Reads; what is refused with a documented refusal is well, anything else that is thrown is a finding.
     *
     * @return whether it was taken
     */
    public static boolean orTaken(Reading reading) throws Exception {
        try {
            reading.run();
            return true;
        } catch (InvalidRequestException e) {
            requireTellable(e.errors());
        } catch (InvalidValueException | RefusedException | ParameterException e) {
            // These say what is wrong by a code of ours.
        } catch (ProblemException e) {
            requireTellable(e.errors());
        }
        return false;
    }

    private static void requireTellable(List<FieldError> errors) {
        if (errors.size() > MAX_ERRORS) {
            throw new AssertionError(errors.size() + " errors are told");
        }
        for (FieldError error : errors) {
            String all =
                    error.pointer() + error.message().zh() + error.message().en();
            boolean broken = all.codePoints()
                    .anyMatch(c -> Character.isISOControl(c)
                            || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
            if (broken || !(error.pointer().isEmpty() || error.pointer().startsWith("/"))) {
                throw new AssertionError("told: " + error);
            }
        }
    }
}
