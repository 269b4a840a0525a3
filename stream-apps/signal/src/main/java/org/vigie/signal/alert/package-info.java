/**
 * When a nurse is called: limits, early warning and silent sensors, each with hold time and hysteresis, one alert per episode.
 *
 * <p>Decided here: the life of an episode, in event time only. Not decided here: which reading may be trusted (see {@code
 * org.vigie.signal.clean}), who is told and how. Rules are data, see {@code org.vigie.signal.alert.rules}.
 */
@NullMarked
package org.vigie.signal.alert;

import org.jspecify.annotations.NullMarked;
