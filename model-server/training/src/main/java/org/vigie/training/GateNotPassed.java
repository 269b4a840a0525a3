package org.vigie.training;

import java.io.IOException;

/** The trained model does not reach what its gate asks for and is not exported. */
final class GateNotPassed extends IOException {
    private static final long serialVersionUID = 1;

    GateNotPassed(String message) {
        super(message);
    }
}
