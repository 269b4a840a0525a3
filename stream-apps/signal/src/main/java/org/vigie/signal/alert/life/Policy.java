package org.vigie.signal.alert.life;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.signal.alert.Priority;
import org.vigie.signal.alert.RuleKind;

/**
 * What a unit has chosen, and no user can.
 *
 * @param latching alarms of the patient of these priorities stay until they are reset, unless somebody has acknowledged them
 * @param escalation who is called next when nobody acknowledges; delays from the call, rising
 * @param maxPause longest pause of the sound
 * @param maxShelf longest shelving
 * @param rights what each role may ask
 */
public record Policy(
        Set<Priority> latching,
        Map<Priority, List<Escalation>> escalation,
        Duration maxPause,
        Duration maxShelf,
        Map<String, Set<Order.Kind>> rights) {

    public Policy {
        latching = Set.copyOf(latching);
        escalation = Map.copyOf(escalation);
        rights = Map.copyOf(rights);
    }

    /** One step of the chain. */
    public record Escalation(Duration after, String to) {}

    boolean latches(RuleKind kind, Priority priority) {
        return kind.isOfThePatient() && latching.contains(priority);
    }

    boolean allows(String role, Order.Kind kind) {
        return rights.getOrDefault(role, Set.of()).contains(kind);
    }

    /** The step after {@code taken} steps. */
    Optional<Escalation> next(Call call) {
        return call.told().kind() == RuleKind.RISK
                ? Optional.empty()
                : escalation.getOrDefault(call.told().priority(), List.of()).stream()
                        .skip(call.step())
                        .findFirst();
    }
}
