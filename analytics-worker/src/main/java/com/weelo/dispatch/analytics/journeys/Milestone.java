package com.weelo.dispatch.analytics.journeys;

/** The steps of a booking's life that have a column of their own, in the order of the columns. */
enum Milestone {
  CREATED,
  OFFERED,
  ACCEPTED,
  ASSIGNED,
  COMPLETED,
  EXPIRED,
  CANCELLED
}
