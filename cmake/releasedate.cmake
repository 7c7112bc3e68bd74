# string(TIMESTAMP) tells the time of SOURCE_DATE_EPOCH where that stands in the environment.
string(TIMESTAMP day "%Y-%m-%d" UTC)
message(${day})
