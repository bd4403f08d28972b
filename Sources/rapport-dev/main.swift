print("rapport-dev")
