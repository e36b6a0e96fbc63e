"""The window around the features: frame, navigation, tasks and the widgets they share."""
