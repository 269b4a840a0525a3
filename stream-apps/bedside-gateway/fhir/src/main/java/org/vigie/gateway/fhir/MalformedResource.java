package org.vigie.gateway.fhir;

/** What was sent is no FHIR resource at all. The message says where, as the parser saw it; it quotes nothing that was sent. */
public final class MalformedResource extends Exception {
    private static final long serialVersionUID = 1;

    public MalformedResource(String message) {
        super(message);
    }

    public MalformedResource(String message, Throwable cause) {
        super(message, cause);
    }
}
