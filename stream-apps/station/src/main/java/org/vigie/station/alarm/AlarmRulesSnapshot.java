package org.vigie.station.alarm;

import org.vigie.schemas.RulePublication;

/**
 * Shows which alarm rules are in force.
 *
 * @param version of the rules, as ledger entries name it
 * @param publication number of the publication; absent for the rules of the configuration
 * @param author who published them; absent likewise
 * @param reason why; absent likewise
 * @param inForceFrom epoch ms; absent likewise
 * @param restores number of the publication that a rollback restored; absent for new rules
 */
public record AlarmRulesSnapshot(
        String version, Integer publication, String author, String reason, Long inForceFrom, Integer restores) {
    static AlarmRulesSnapshot configured(String version) {
        return new AlarmRulesSnapshot(version, null, null, null, null, null);
    }

    static AlarmRulesSnapshot published(String version, RulePublication publication) {
        return new AlarmRulesSnapshot(
                version,
                publication.getNumber(),
                publication.getAuthor(),
                publication.getReason(),
                publication.getInForceFrom().toEpochMilli(),
                publication.getRestores());
    }
}
