print("regbook")
