package org.vigie.station.passport;

/** Computes a recorded result again from its recorded inputs. */
@FunctionalInterface
public interface ResultVerifier {
    /**
     * Verifies a result. The call lasts as long as the computation.
     *
     * @param id {@code stay:revision} of a score, or an alert of the ledger
     */
    ResultVerification verify(VerifiedKind kind, String id);
}
