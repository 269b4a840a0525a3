package org.vigie.gateway.hl7.movement;

import org.vigie.gateway.hl7.er7.Hl7Segment;
import org.vigie.gateway.intake.PatientMovement.MovementAction;

/** Maps the trigger events of ADT messages to movements. */
final class Hl7MovementEvent {
    private Hl7MovementEvent() {}

    /**
     * Returns the effect of the movement. An outpatient who becomes an inpatient (A06) is on the new place that PV1-3 names. In France (PAM.fr), ZBE-4 can cancel the movement of any event, Z99 updates one, and ZBE-5 marks a
     * movement that others followed.
     */
    static MovementAction action(String event, Hl7Segment zbe, boolean hasBed) {
        MovementAction action = action(event.equals("A06") && hasBed ? "A02" : event, zbe.get(4));
        boolean isPast = zbe.get(5).equals("Y");
        return isPast && action == MovementAction.CANCEL_TRANSFER ? MovementAction.CANCEL_PAST_TRANSFER : action;
    }

    private static MovementAction action(String event, String zbe4) {
        MovementAction action = action(event);
        return switch (zbe4) {
            case "CANCEL" -> cancelled(action);
            case "UPDATE" -> action == MovementAction.MERGE ? action : MovementAction.UPDATE;
            default -> action;
        };
    }

    private static MovementAction action(String event) {
        return switch (event) {
            case "A01", "A04" -> MovementAction.ADMIT;
            case "A02", "A17" -> MovementAction.TRANSFER;
            case "A03" -> MovementAction.DISCHARGE;
            case "A06", "A07", "A08", "A28", "A31", "Z99" -> MovementAction.UPDATE;
            case "A11" -> MovementAction.CANCEL_ADMIT;
            case "A12" -> MovementAction.CANCEL_TRANSFER;
            case "A13" -> MovementAction.CANCEL_DISCHARGE;
            case "A18", "A34", "A35", "A36", "A39", "A40", "A41", "A46", "A47" -> MovementAction.MERGE;
            default -> MovementAction.NONE;
        };
    }

    private static MovementAction cancelled(MovementAction action) {
        return switch (action) {
            case ADMIT, REGISTER -> MovementAction.CANCEL_ADMIT;
            case TRANSFER -> MovementAction.CANCEL_TRANSFER;
            case DISCHARGE -> MovementAction.CANCEL_DISCHARGE;
            default -> action;
        };
    }
}
