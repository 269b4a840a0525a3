package org.vigie.access.login;

import java.nio.file.Path;

/** Holds the code of the one-time link to the page. A code that was used is replaced at once. Safe for several threads. */
public final class LoginCode {
    private final PrivateFile file;

    /** @param file keeps the code, so that the owner of this process finds it */
    public LoginCode(Path file) {
        this.file = new PrivateFile(file);
        renew();
    }

    /** Returns the code that the next user may use. */
    public synchronized SecretText current() {
        return new SecretText(file.read().orElseThrow().strip());
    }

    /** Returns true, once, for the present code. */
    public synchronized boolean use(String code) {
        boolean right = current().matches(code);
        if (right) {
            renew();
        }
        return right;
    }

    private void renew() {
        file.write(SecretText.random().reveal() + "\n");
    }
}
