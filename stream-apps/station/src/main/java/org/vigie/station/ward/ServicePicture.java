package org.vigie.station.ward;

import java.util.List;

/**
 * How calls reach people, and how many they are.
 *
 * @param channels none when nobody is called but by the page
 * @param loads one of each unit
 */
public record ServicePicture(List<ChannelPicture> channels, List<LoadPicture> loads) {}
