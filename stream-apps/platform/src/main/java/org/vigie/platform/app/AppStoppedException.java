package org.vigie.platform.app;

/** Reports in one sentence why an app stopped by itself and what to do. Its process ends with a code. */
public final class AppStoppedException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    AppStoppedException(String sentence) {
        super(sentence);
    }
}
